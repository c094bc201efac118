package dev.switchyard.domain.launch.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.preference.Preferences;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalsTest {
  private final Map<String, String> environment = new HashMap<>(Map.of("DISPLAY", ":0"));
  private Set<String> programs =
      Set.of("xterm", "kitty", "xdg-terminal-exec", "x-terminal-emulator", "st");
  private Optional<String> desktop = Optional.empty();
  private Preferences preferences = Preferences.DEFAULT;

  @Test
  void thePersonsChoiceWins() throws Exception {
    environment.put("TERMINAL", "kitty");
    preferences = preferences.withTerminal("xterm");

    assertThat(chosen(Optional.empty())).isEqualTo("xterm");
    assertThat(chosen(Optional.of("kitty"))).isEqualTo("kitty");
  }

  @Test
  void thenTheVariableThenTheDesktopThenTheSystemThenTheFirstFound() throws Exception {
    environment.put("TERMINAL", "kitty");
    desktop = Optional.of("xterm");
    assertThat(chosen(Optional.empty())).isEqualTo("kitty");

    environment.remove("TERMINAL");
    assertThat(chosen(Optional.empty())).isEqualTo("xterm");

    desktop = Optional.empty();
    assertThat(chosen(Optional.empty())).isEqualTo("xdg-terminal-exec");

    programs = Set.of("xterm", "kitty", "x-terminal-emulator");
    assertThat(chosen(Optional.empty())).isEqualTo("x-terminal-emulator");

    programs = Set.of("xterm", "kitty");
    assertThat(chosen(Optional.empty())).isEqualTo("kitty");
  }

  @Test
  void aTerminalThatTheTableDoesNotKnowGetsTheOptionOfAllOthers() throws Exception {
    environment.put("TERMINAL", "st");

    var terminal = terminals().choose(Optional.empty(), preferences);

    assertThat(terminal.command(Path.of("s"), Path.of("f"), "t"))
        .containsExactly(Path.of("bin/st").toString(), "-e", "s");
  }

  @Test
  void aVariableThatNamesNothingIsPassedOver() throws Exception {
    environment.put("TERMINAL", "gone");
    desktop = Optional.of("gone-too");

    assertThat(chosen(Optional.empty())).isEqualTo("xdg-terminal-exec");
  }

  @Test
  void aTerminalThatWasAskedForAndIsNotHereIsNotReplacedSilently() {
    assertThatThrownBy(() -> chosen(Optional.of("konsole")))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(PortException.Kind.MISSING);
              assertThat(e.text().toString()).contains("konsole").contains("kitty, xterm");
            });
  }

  @Test
  void withoutDisplayOrTerminalItSaysSo() {
    environment.remove("DISPLAY");
    assertThat(failure()).isEqualTo("terminal.no-display");

    environment.put("WAYLAND_DISPLAY", "wayland-0");
    programs = Set.of();
    assertThat(failure()).isEqualTo("terminal.none");
  }

  @Test
  void aCustomCommandKeepsItsQuotedWordsTogether() throws Exception {
    preferences =
        preferences.withTerminal("custom").withCustomTerminal("st -T 'my  window' -e \"{script}\"");

    var terminal = terminals().choose(Optional.empty(), preferences);

    assertThat(terminal.command(Path.of("a b.sh"), Path.of("f"), "t"))
        .isEqualTo(List.of("st", "-T", "my  window", "-e", "a b.sh"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "st -e", "st -e 'x {script}"})
  void aCustomCommandThatCannotBeUsedIsRefused(String command) {
    preferences = preferences.withTerminal("custom").withCustomTerminal(command);

    assertThat(failure()).startsWith("terminal.custom.");
  }

  private String failure() {
    try {
      throw new AssertionError("chosen: " + chosen(Optional.empty()));
    } catch (PortException e) {
      return e.text().key();
    }
  }

  private String chosen(Optional<String> wanted) throws PortException {
    return terminals().choose(wanted, preferences).kind().id();
  }

  private Terminals terminals() {
    return new Terminals(
        new Surroundings(OperatingSystem.LINUX, environment, Path.of("/")), new Machine());
  }

  private final class Machine implements TerminalHost {
    @Override
    public Optional<Path> find(String program) {
      return programs.contains(program) ? Optional.of(Path.of("bin", program)) : Optional.empty();
    }

    @Override
    public Optional<String> desktopDefault() {
      return desktop;
    }

    @Override
    public void open(List<String> command) {
      throw new AssertionError("nothing is opened here");
    }
  }
}
