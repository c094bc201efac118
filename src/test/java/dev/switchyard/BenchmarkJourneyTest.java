package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.file.BenchmarkFile;
import dev.switchyard.domain.Home;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.HeldPace;
import dev.switchyard.ui.benchmark.BenchmarkScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class BenchmarkJourneyTest {
  /// Loading, and reading the prompt that does not count.
  private static final int UNTIL_PROMPTS = 2;

  @TempDir Path folder;

  @Test
  void oneIsStoppedOnTheWayAndTheNextIsKeptAndExported() throws Exception {
    var time = new HeldPace(Setup.EPOCH);
    var file = folder.resolve("figures.json");
    try (var machine = SmallMachine.in(folder, Setup.demo(time))) {
      try (var window = machine.open()) {
        var person = new Person(window);
        person.click("Benchmark");
        saveTo(window, file);
        person.sees("Nothing was measured yet.");

        person.click("Runs of each kind: 1");
        person.click("Start");
        time.go(UNTIL_PROMPTS + 1);
        person.sees("Reading 16,000 tokens");
        person.click("Cancel");
        person.sees("What was measured until then is shown; it is not kept.");
        person.sees("These figures are not part of the history.");

        time.goOn();
        person.click("Start");
        person.sees("gemma4-claude is measured.");
        person.sees("This was measured once.");
        export(person);
        person.sees("One benchmark is written to");
      }
      assertThat(new BenchmarkFile(Home.below(machine.home()).state()).load())
          .singleElement()
          .satisfies(kept -> {
            assertThat(kept.subject().model()).isEqualTo("gemma4-claude");
            assertExported(file, kept.figures().size());
          });
    }
  }

  /// The headless window has no dialog of a system.
  private static void saveTo(OpenWindow window, Path file) {
    Fx.run(() ->
        window.wired().screens().stream()
            .filter(BenchmarkScreen.class::isInstance)
            .map(BenchmarkScreen.class::cast)
            .forEach(screen -> screen.setSaveDialog((_, _) -> Optional.of(file))));
  }

  private static void export(Person person) {
    person.click("Export");
    person.click("This model as JSON…");
  }

  private static void assertExported(Path file, int figures) throws IOException {
    var benchmark = new JsonMapper().readTree(Files.readString(file)).path("benchmarks").path(0);
    assertThat(benchmark.path("figures")).hasSize(figures);
    assertThat(benchmark.path("figures").path(0).path("runs").isEmpty()).isFalse();
  }
}
