package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.instance.SingleInstance;
import dev.switchyard.cli.StartOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the machine of these tests is a Linux machine")
class PanelRunTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final IllegalStateException bug = new IllegalStateException("made to break");

  @TempDir Path folder;

  @Test
  void aStartThatFailsSaysWhyAndLetsGoOfItsPlace() throws Exception {
    var handler = Thread.getDefaultUncaughtExceptionHandler();
    try (var small = SmallMachine.in(folder, Setup.instant())) {
      var options = options(small);
      var machine = breaking(small.machine());

      assertThatThrownBy(() -> run(options, machine)).isSameAs(bug);

      assertThat(bug.getSuppressed()).isEmpty();
      var place = Wiring.ofWindow(options, machine).instancePlace();
      try (var next = SingleInstance.claim(place, () -> {}).orElseThrow()) {
        assertThat(next).isNotNull();
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
  }

  /// What it would prepare breaks here.
  @Test
  void aSecondStartKnocksAndPreparesNothing() throws Exception {
    try (var small = SmallMachine.in(folder, Setup.instant())) {
      var options = options(small);
      var machine = breaking(small.machine());
      var place = Wiring.ofWindow(options, machine).instancePlace();
      try (var first = SingleInstance.claim(place, () -> {}).orElseThrow()) {
        run(options, machine);
        assertThat(first).isNotNull();
      }
    }
    assertThat(asked).hasValue(0);
  }

  private static void run(StartOptions options, Machine machine) throws Exception {
    try (var run = new PanelRun(options, machine)) {
      run.run(new String[0]);
    }
  }

  private static StartOptions options(SmallMachine small) {
    return StartOptions.parse(List.of("--tray", "--home", small.home().toString()));
  }

  /// Nothing that stays can be made on it.
  private Machine breaking(Machine machine) {
    return new Machine(
        machine.clock(),
        machine.pace(),
        machine.surroundings(),
        () -> {
          asked.incrementAndGet();
          throw bug;
        },
        machine.freeSpace(),
        machine.processors());
  }
}
