import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// What `java.lang.runtime.ObjectMethods` makes of a record: `equals` and `hashCode` by its
/// components. `toString` stays as it is: nothing needs it before the program runs.
///
/// @param equality whether it is `equals`, otherwise `hashCode`
/// @param components each one's field
record RecordBody(boolean equality, ClassDesc type, List<Component> components)
    implements PlainBody {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime", "ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util", "Objects");
  private static final int SELF = 0;
  private static final int OTHER = 1;

  private record Component(String name, ClassDesc type) {
    static Component of(DirectMethodHandleDesc getter) {
      return new Component(getter.methodName(), getter.invocationType().returnType());
    }
  }

  /// Empty where the call site is none of a record's `equals` or `hashCode`.
  static Optional<RecordBody> of(InvokeDynamicEntry site) {
    DirectMethodHandleDesc bootstrap = site.bootstrap().bootstrapMethod().asSymbol();
    String name = site.name().stringValue();
    return bootstrap.owner().equals(BOOTSTRAPS) && !name.equals("toString")
        ? Optional.of(
            new RecordBody(
                name.equals("equals"), site.typeSymbol().parameterType(SELF), components(site)))
        : Optional.empty();
  }

  /// After the record's class and the names of its components their getters follow.
  private static List<Component> components(InvokeDynamicEntry site) {
    return site.bootstrap().arguments().stream()
        .skip(2)
        .map(argument -> Component.of((DirectMethodHandleDesc) argument.constantValue()))
        .toList();
  }

  @Override
  public void write(CodeBuilder code) {
    if (equality) {
      writeEquals(code);
    } else {
      writeHashCode(code);
    }
  }

  private void writeEquals(CodeBuilder code) {
    Label differs = code.newLabel();
    Label isOther = code.newLabel();
    code.aload(SELF).aload(OTHER).if_acmpne(isOther).iconst_1().ireturn().labelBinding(isOther);
    code.aload(OTHER).instanceOf(type).ifeq(differs);
    for (Component component : components) {
      code.aload(SELF).getfield(type, component.name, component.type);
      code.aload(OTHER).checkcast(type).getfield(type, component.name, component.type);
      branchIfDifferent(code, component.type, differs);
    }
    code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
  }

  /// By `compare` for decimals, so that no number is itself alone and 0.0 is not -0.0.
  private static void branchIfDifferent(CodeBuilder code, ClassDesc type, Label differs) {
    switch (TypeKind.from(type)) {
      case REFERENCE -> {
        var equals =
            MethodTypeDesc.of(
                ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
        code.invokestatic(OBJECTS, "equals", equals).ifeq(differs);
      }
      case LONG -> code.lcmp().ifne(differs);
      case FLOAT, DOUBLE -> {
        var compare = MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
        code.invokestatic(wrapper(type), "compare", compare).ifne(differs);
      }
      default -> code.if_icmpne(differs);
    }
  }

  private void writeHashCode(CodeBuilder code) {
    code.iconst_0();
    for (Component component : components) {
      code.bipush(31).imul();
      code.aload(SELF).getfield(type, component.name, component.type);
      var parameter = component.type.isPrimitive() ? component.type : ConstantDescs.CD_Object;
      var owner = component.type.isPrimitive() ? wrapper(component.type) : OBJECTS;
      code.invokestatic(owner, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, parameter));
      code.iadd();
    }
    code.ireturn();
  }

  /// The class of a primitive type's objects, which has the functions for its values.
  private static ClassDesc wrapper(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}
