import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Pattern switches, and what records bring along, are compiled to call sites that link themselves
/// when they are first reached: each spins a class of its own, which no AOT cache of JDK 25 holds.
/// Here each is given a method that does the same in plain code ([SwitchBody], [RecordBody]).
///
/// A call site of a form that is not known here stays as it is.
final class CallSites {
  private static final int HIDDEN_FROM_SOURCES =
      AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask();

  private final ClassFile format;

  /// @param resolver knows what the classes and all that they use extend
  CallSites(ClassHierarchyResolver resolver) {
    format = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
  }

  /// Rewrites those of all classes in a folder.
  ///
  /// @param dependencies the jars of what they use
  static void makePlain(Path folder, List<Path> dependencies) throws IOException {
    var places = new ArrayList<URL>();
    places.add(folder.toUri().toURL());
    for (Path jar : dependencies) {
      places.add(jar.toUri().toURL());
    }
    try (var content = new URLClassLoader(places.toArray(URL[]::new))) {
      new CallSites(ClassHierarchyResolver.ofResourceParsing(content)).makePlain(folder);
    }
  }

  private void makePlain(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        byte[] before = Files.readAllBytes(file);
        byte[] after = plain(before);
        if (after != before) {
          Files.write(file, after);
        }
      }
    }
  }

  /// A class with plain code; the same array where it has no such call site.
  byte[] plain(byte[] content) {
    ClassModel model = format.parse(content);
    Map<InvokeDynamicEntry, String> names = names(model);
    return names.isEmpty() ? content : format.transformClass(model, plain(model, names));
  }

  /// The call sites that become plain code, and the methods that they will call.
  private static Map<InvokeDynamicEntry, String> names(ClassModel model) {
    var names = new LinkedHashMap<InvokeDynamicEntry, String>();
    for (MethodModel method : model.methods()) {
      sites(method)
          .filter(site -> body(site).isPresent())
          .forEach(site ->
              names.computeIfAbsent(site, _ -> site.name().stringValue() + "$" + names.size()));
    }
    return names;
  }

  private static ClassTransform plain(ClassModel model, Map<InvokeDynamicEntry, String> names) {
    ClassDesc owner = model.thisClass().asSymbol();
    boolean ofInterface = model.flags().has(AccessFlag.INTERFACE);
    CodeTransform calls =
        (builder, element) -> {
          if (element instanceof InvokeDynamicInstruction call
              && names.containsKey(call.invokedynamic())) {
            String name = names.get(call.invokedynamic());
            builder.invokestatic(owner, name, call.typeSymbol(), ofInterface);
          } else {
            builder.with(element);
          }
        };
    return ClassTransform.transformingMethodBodies(
            method -> sites(method).anyMatch(names::containsKey), calls)
        .andThen(
            ClassTransform.endHandler(builder ->
                names.forEach((site, name) ->
                    builder.withMethodBody(
                        name,
                        site.typeSymbol(),
                        HIDDEN_FROM_SOURCES,
                        code -> body(site).orElseThrow().write(code)))));
  }

  private static Stream<InvokeDynamicEntry> sites(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(element -> ((InvokeDynamicInstruction) element).invokedynamic());
  }

  /// What a call site would come to be; empty where that is not known.
  private static Optional<? extends PlainBody> body(InvokeDynamicEntry site) {
    return Stream.of(SwitchBody.of(site), RecordBody.of(site)).flatMap(Optional::stream).findAny();
  }
}
