package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchyardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"status", "models", "pull", "fit", "build", "route", "undo", "launch", "env"})
  void everyCommandExplainsItself(String command) {
    var help = CommandRun.of(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: switchyard " + command);
  }

  @Test
  void anUnknownCommandIsWrongUsageAndNamesTheNearest() {
    var run = CommandRun.of("statos");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("switchyard status");
    assertThat(run.out()).isEmpty();
  }
}
