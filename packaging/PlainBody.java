import java.lang.classfile.CodeBuilder;

/// The code of a method with the parameters and the result of a call site that it stands for.
interface PlainBody {
  void write(CodeBuilder code);
}
