package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the system may not tell")
class OwnProcessTest {
  @Test
  void theCommandIsWhatStartedThisRuntime() {
    var command = OwnProcess.command(Set.of()).orElseThrow();
    var last = command.getLast();

    assertThat(command.getFirst()).startsWith(SystemEnvironment.javaHome().toString());
    assertThat(OwnProcess.command(Set.of(last)).orElseThrow()).isEqualTo(without(command, last));
  }

  private static List<String> without(List<String> command, String argument) {
    return command.stream().filter(word -> !word.equals(argument)).toList();
  }
}
