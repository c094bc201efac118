package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.PackagingTool;
import dev.switchyard.fake.SwitchSamples;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `packaging/CallSites.java`, which rewrites the image's classes: they do afterwards what they did
/// before, without the call sites that no AOT cache holds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainCallSitesTest {
  private static final String SAMPLES = SwitchSamples.class.getName();

  private Path classes;

  @BeforeAll
  void rewrite(@TempDir Path folder) throws Exception {
    classes = Files.createDirectory(folder.resolve("classes"));
    copySamples();
    try (var tool = new PackagingTool("CallSites", folder.resolve("tool"))) {
      tool.method("CallSites", "makePlain", Path.class, List.class)
          .invoke(null, classes, List.of());
    }
  }

  private void copySamples() throws Exception {
    var home = Path.of(SwitchSamples.class.getResource("SwitchSamples.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("SwitchSamples")) {
          Path copy = classes.resolve("dev/switchyard/fake").resolve(file.getFileName());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  void everySampleAnswersAsBefore() throws Exception {
    var rewritten = answers(new Rewritten(classes));
    assertThat(rewritten).hasSizeGreaterThan(60).isEqualTo(SwitchSamples.answers());
  }

  @Test
  void onlyFormsThatItDoesNotKnowStay() throws IOException {
    assertThat(linking("SwitchSamples")).containsExactlyInAnyOrder("numbers", "colours");
    assertThat(linking("SwitchSamples$Figures")).containsExactly("toString");
    assertThat(linking("SwitchSamples$Shape")).isEmpty();
  }

  /// The methods of a class that still link a switch or what a record brings along.
  private Set<String> linking(String name) throws IOException {
    ClassModel model =
        ClassFile.of().parse(classes.resolve("dev/switchyard/fake/" + name + ".class"));
    return model.methods().stream()
        .filter(method ->
            method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(element ->
                    element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod()
                            .owner()
                            .packageName()
                            .equals("java.lang.runtime")))
        .map(method -> method.methodName().stringValue())
        .collect(Collectors.toSet());
  }

  private static List<?> answers(ClassLoader loader)
      throws ReflectiveOperationException, InvocationTargetException {
    return new ArrayList<>(
        (List<?>) loader.loadClass(SAMPLES).getDeclaredMethod("answers").invoke(null));
  }

  /// Takes the samples from the rewritten files and everything else from the tests' own loader.
  private static final class Rewritten extends ClassLoader {
    private final Path classes;

    Rewritten(Path classes) {
      super(PlainCallSitesTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(SAMPLES)) {
        return super.loadClass(name, resolve);
      }
      var loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try {
        byte[] content = Files.readAllBytes(classes.resolve(name.replace('.', '/') + ".class"));
        return defineClass(name, content, 0, content.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
