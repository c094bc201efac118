import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The classes of which there can be objects when a program runs, or whose static members it can
/// use, and the texts that stand in them.
///
/// A class is reached where a reached one makes objects of it, uses its static members, extends it,
/// or names it in a text. What is only asked for (`instanceof`), passed on or called is not made
/// thereby.
final class Reachable {
  private static final ClassFile FORMAT = ClassFile.of();

  private final Map<String, byte[]> libraries = new HashMap<>();
  private final Set<String> reached = new HashSet<>();
  private final Deque<byte[]> open = new ArrayDeque<>();
  private final Set<String> texts = new HashSet<>();

  private Reachable() {}

  /// @param classes the folder of a program's classes, all of which count
  /// @param jars what it may use
  /// @return the texts that stand in what can be reached
  static Set<String> texts(Path classes, List<Path> jars) throws IOException {
    var reachable = new Reachable();
    for (Path jar : jars) {
      reachable.addLibrary(jar);
    }
    for (byte[] content : classesBelow(classes).values()) {
      reachable.open.add(content);
    }
    reachable.follow();
    return reachable.texts;
  }

  private void addLibrary(Path jar) throws IOException {
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      libraries.putAll(classesBelow(content.getPath("/")));
    }
  }

  /// By their names as class files write them.
  private static Map<String, byte[]> classesBelow(Path root) throws IOException {
    var result = new HashMap<String, byte[]>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Reachable::isClass).toList()) {
        String name =
            root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        result.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
      }
    }
    return result;
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
  }

  private void follow() {
    while (!open.isEmpty()) {
      ClassModel model = FORMAT.parse(open.remove());
      model.superclass().ifPresent(this::reach);
      model.interfaces().forEach(this::reach);
      model.constantPool().forEach(this::read);
      model
          .methods()
          .forEach(method -> method.code().ifPresent(code -> code.forEach(this::follow)));
    }
  }

  private void read(PoolEntry entry) {
    if (entry instanceof StringEntry text) {
      texts.add(text.stringValue());
      reach(text.stringValue().replace('.', '/'));
    }
  }

  private void follow(CodeElement element) {
    switch (element) {
      case NewObjectInstruction made -> reach(made.className());
      case InvokeInstruction call when call.opcode() == Opcode.INVOKESTATIC -> reach(call.owner());
      case FieldInstruction field
          when field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC ->
          reach(field.owner());
      case LoadConstantInstruction constant
          when constant.constantEntry() instanceof ClassEntry type ->
          reach(type);
      case InvokeDynamicInstruction site ->
          site.bootstrapArgs().stream()
              .filter(DirectMethodHandleDesc.class::isInstance)
              .map(handle -> ((DirectMethodHandleDesc) handle).owner())
              .forEach(this::reach);
      default -> {
        // Makes no object of another class.
      }
    }
  }

  private void reach(ClassEntry type) {
    reach(type.asInternalName());
  }

  private void reach(ClassDesc type) {
    String descriptor = type.descriptorString();
    reach(descriptor.substring(1, descriptor.length() - 1));
  }

  private void reach(String name) {
    byte[] content = libraries.get(name);
    if (content != null && reached.add(name)) {
      open.add(content);
    }
  }
}
