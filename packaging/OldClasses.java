import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Class files in the form of Java 5 and older, which the JVM verifies at every start, and which no
/// AOT cache holds for that reason. They are given what newer ones have: the maps of types that
/// make verifying quick. The program in them stays the same.
final class OldClasses {
  /// Java 6, the first form whose classes can be cached.
  private static final int FIRST_CACHED = ClassFile.JAVA_6_VERSION;

  private static final int NEW = ClassFile.JAVA_8_VERSION;

  private OldClasses() {}

  static boolean areIn(Path jar) throws IOException {
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      for (Path file : classes(content)) {
        if (isOld(Files.readAllBytes(file))) {
          return true;
        }
      }
      return false;
    }
  }

  /// Rewrites those in a jar.
  static void renew(Path jar) throws IOException {
    try (FileSystem content =
        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      var format =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassHierarchyResolverOption.of(hierarchy(content.getPath("/"))));
      for (Path file : classes(content)) {
        byte[] old = Files.readAllBytes(file);
        if (isOld(old)) {
          Files.write(file, renewed(old, format));
        }
      }
    }
  }

  private static byte[] renewed(byte[] old, ClassFile format) {
    // Code that passes through a transformation is written anew, with its maps.
    ClassTransform code =
        ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(NEW, 0);
          } else {
            builder.with(element);
          }
        };
    return format.transformClass(format.parse(old), version.andThen(code));
  }

  /// What the classes of a jar extend; those of the JDK are its own.
  private static ClassHierarchyResolver hierarchy(Path root) {
    return ClassHierarchyResolver.ofResourceParsing(
            type -> {
              try {
                String name = type.descriptorString();
                Path file = root.resolve(name.substring(1, name.length() - 1) + ".class");
                return Files.exists(file) ? Files.newInputStream(file) : null;
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            })
        .orElse(ClassHierarchyResolver.defaultResolver());
  }

  private static List<Path> classes(FileSystem jar) throws IOException {
    try (Stream<Path> files = Files.walk(jar.getPath("/"))) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private static boolean isOld(byte[] content) {
    // After the magic number: the minor and the major version.
    return ByteBuffer.wrap(content).getShort(6) < FIRST_CACHED;
  }
}
