package dev.switchyard.domain.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.shell.Invocation;
import dev.switchyard.domain.launch.terminal.InstalledTerminal;
import dev.switchyard.domain.launch.terminal.TerminalHost;
import dev.switchyard.domain.launch.terminal.TerminalTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenTerminalTest {
  private final List<String> scripts = new ArrayList<>();
  private final List<List<String>> opened = new ArrayList<>();
  private final OpenTerminal terminal =
      new OpenTerminal(new Host(), new Folder(), message -> "[" + message.key() + "]");

  @Test
  void theTerminalGetsTheScriptAndTheScriptGetsTheRest() throws Exception {
    var script = terminal.open(plan("claude", "it's"), row(OperatingSystem.LINUX, "xterm"));

    assertThat(script).isEqualTo(Path.of("script"));
    assertThat(opened).containsExactly(List.of("found", "-T", "My window", "-e", "script"));
    assertThat(scripts.getFirst()).contains("claude 'it'\\''s'\n", "[launch.script.note]");
  }

  @Test
  void aTextThatAScriptCannotHoldIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(
            () -> terminal.open(plan("claude", "-p", "a\nb"), row(OperatingSystem.WINDOWS, "cmd")))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.REFUSED));
    assertThat(scripts).isEmpty();
    assertThat(opened).isEmpty();
  }

  @Test
  void theTestOpensAWindowThatWaits() throws Exception {
    terminal.test(row(OperatingSystem.LINUX, "kitty"), Path.of("home"));

    assertThat(opened.getFirst()).startsWith("found", "--directory", "home");
    assertThat(scripts.getFirst()).contains("[terminal.test.works]", "[launch.script.enter]");
  }

  private static InstalledTerminal row(OperatingSystem system, String id) {
    return new InstalledTerminal(TerminalTable.find(system, id).orElseThrow(), Path.of("found"));
  }

  private static LaunchPlan plan(String... command) {
    return new LaunchPlan(
        "My window",
        new Invocation(Path.of("project"), Map.of(), Map.of(), List.of(command)),
        false);
  }

  private final class Folder implements LaunchFolder {
    @Override
    public Path settings(String suffix, String text) {
      throw new AssertionError("no settings here");
    }

    @Override
    public Path script(String suffix, String text) {
      scripts.add(text);
      return Path.of("script" + suffix);
    }
  }

  private final class Host implements TerminalHost {
    @Override
    public Optional<Path> find(String program) {
      throw new AssertionError("found before");
    }

    @Override
    public Optional<String> desktopDefault() {
      throw new AssertionError("chosen before");
    }

    @Override
    public void open(List<String> command) {
      opened.add(command);
    }
  }
}
