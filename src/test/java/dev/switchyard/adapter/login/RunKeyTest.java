package dev.switchyard.adapter.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.domain.PortException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Against a registry that answers as `reg` does.
class RunKeyTest {
  private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";

  private final Map<String, String> registry = new HashMap<>();
  private boolean isReadOnly;
  private final RunKey entry =
      new RunKey(this::reg, List.of("C:\\Program Files\\Switchyard\\Switchyard.exe", "--tray"));

  @Test
  void theValueIsWrittenAndRemoved() throws PortException {
    assertThat(entry.isOn()).isFalse();

    entry.set(true);
    assertThat(entry.isOn()).isTrue();
    assertThat(registry)
        .containsExactly(
            Map.entry(
                KEY + " Switchyard",
                "\"C:\\Program Files\\Switchyard\\Switchyard.exe\" \"--tray\""));

    entry.set(false);
    assertThat(entry.isOn()).isFalse();
    assertThat(registry).isEmpty();
    entry.set(false);
  }

  @Test
  void whatTheSystemRefusesIsSaid() {
    isReadOnly = true;

    assertThatThrownBy(() -> entry.set(true)).isInstanceOf(PortException.class);
    assertThat(registry).isEmpty();
  }

  private Outcome reg(Command command) {
    var words = command.arguments();
    assertThat(words).startsWith("reg").contains("/v");
    var value = words.get(2) + " " + words.get(4);
    return switch (words.get(1)) {
      case "query" -> outcome(registry.containsKey(value));
      case "add" -> outcome(!isReadOnly && registry.put(value, words.get(8)) == null);
      case "delete" -> outcome(!isReadOnly && registry.remove(value) != null);
      default -> throw new AssertionError(words);
    };
  }

  private static Outcome outcome(boolean succeeded) {
    return new Outcome(succeeded ? 0 : 1, "", succeeded ? "" : "ERROR: Access is denied.");
  }
}
