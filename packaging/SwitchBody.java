import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// What `java.lang.runtime.SwitchBootstraps` says of a switch: the number of the first label, from
/// `restart` on, that the selector matches; -1 for null, and the number of labels for none.
///
/// @param ofEnum whether a text among the labels is the name of an enum's constant; otherwise it is
///   the text itself
/// @param labels classes and texts
record SwitchBody(boolean ofEnum, List<LoadableConstantEntry> labels) implements PlainBody {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime", "SwitchBootstraps");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util", "Objects");
  private static final int SELECTOR = 0;
  private static final int RESTART = 1;

  /// Empty where the call site is none of a switch, or has labels of other kinds: numbers, and the
  /// constants of several enums.
  static Optional<SwitchBody> of(InvokeDynamicEntry site) {
    DirectMethodHandleDesc bootstrap = site.bootstrap().bootstrapMethod().asSymbol();
    List<LoadableConstantEntry> labels = site.bootstrap().arguments();
    return bootstrap.owner().equals(BOOTSTRAPS)
            && !site.typeSymbol().parameterType(SELECTOR).isPrimitive()
            && labels.stream().allMatch(SwitchBody::isKnown)
        ? Optional.of(new SwitchBody(bootstrap.methodName().equals("enumSwitch"), labels))
        : Optional.empty();
  }

  private static boolean isKnown(LoadableConstantEntry label) {
    return label instanceof ClassEntry || label instanceof StringEntry;
  }

  @Override
  public void write(CodeBuilder code) {
    checkRestart(code);
    Label isThere = code.newLabel();
    code.aload(SELECTOR).ifnonnull(isThere).iconst_m1().ireturn().labelBinding(isThere);
    for (int number = 0; number < labels.size(); number++) {
      Label next = code.newLabel();
      code.iload(RESTART).loadConstant(number).if_icmpgt(next);
      match(code, labels.get(number));
      code.ifeq(next).loadConstant(number).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  private void checkRestart(CodeBuilder code) {
    var type = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int);
    code.iload(RESTART)
        .loadConstant(labels.size() + 1)
        .invokestatic(OBJECTS, "checkIndex", type)
        .pop();
  }

  /// Leaves on the stack whether the selector matches.
  private void match(CodeBuilder code, LoadableConstantEntry label) {
    if (label instanceof ClassEntry type) {
      code.aload(SELECTOR).instanceOf(type);
      return;
    }
    code.ldc(label).loadLocal(TypeKind.REFERENCE, SELECTOR);
    if (ofEnum) {
      // No two constants of one enum have the same name.
      code.invokevirtual(ConstantDescs.CD_Enum, "name", MethodTypeDesc.of(ConstantDescs.CD_String));
    }
    code.invokevirtual(
        ConstantDescs.CD_String,
        "equals",
        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
  }
}
