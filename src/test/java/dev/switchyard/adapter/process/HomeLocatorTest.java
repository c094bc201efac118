package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "absolute paths are written as on Unix")
class HomeLocatorTest {
  private static final Map<String, String> EVERYTHING_SET =
      Map.of(
          "HOME", "/home/ann",
          "XDG_CONFIG_HOME", "/xdg/config",
          "XDG_STATE_HOME", "/xdg/state",
          "CLAUDE_CONFIG_DIR", "/claude",
          "OLLAMA_MODELS", "/models");

  @Test
  void withoutVariablesTheConventionsHold() {
    var home = locate(OperatingSystem.LINUX, Map.of("HOME", "/home/ann"), Optional.empty());

    assertThat(home)
        .isEqualTo(
            new Home(
                Path.of("/home/ann"),
                Path.of("/home/ann/.config/switchyard"),
                Path.of("/home/ann/.local/state/switchyard"),
                Path.of("/home/ann/.claude"),
                Path.of("/home/ann/.ollama"),
                Path.of("/home/ann/.ollama/models"),
                false));
  }

  @Test
  void eachProgramsOwnVariableWins() {
    var home = locate(OperatingSystem.LINUX, EVERYTHING_SET, Optional.empty());

    assertThat(home.configuration()).isEqualTo(Path.of("/xdg/config/switchyard"));
    assertThat(home.state()).isEqualTo(Path.of("/xdg/state/switchyard"));
    assertThat(home.claudeConfig()).isEqualTo(Path.of("/claude"));
    assertThat(home.claudeData()).isEqualTo(Path.of("/claude/.claude.json"));
    assertThat(home.ollamaModels()).isEqualTo(Path.of("/models"));
  }

  @Test
  void theOptionWinsOverAllOfThem() {
    var home = locate(OperatingSystem.LINUX, EVERYTHING_SET, Optional.of(Path.of("/tmp/x/../h")));

    assertThat(home).isEqualTo(Home.below(Path.of("/tmp/h")));
  }

  @Test
  void theVariableIsTheOptionForScripts() {
    var home = locate(OperatingSystem.LINUX, Map.of("SWITCHYARD_HOME", "/h"), Optional.empty());

    assertThat(home).isEqualTo(Home.below(Path.of("/h")));
  }

  @Test
  void aRelativeFolderInAVariableCountsAsNotSet() {
    var home =
        locate(
            OperatingSystem.LINUX,
            Map.of("HOME", "/home/ann", "XDG_CONFIG_HOME", "config"),
            Optional.empty());

    assertThat(home.configuration()).isEqualTo(Path.of("/home/ann/.config/switchyard"));
  }

  @Test
  void macOsAndWindowsHaveTheirOwnFolders() {
    var mac = locate(OperatingSystem.MACOS, Map.of("HOME", "/Users/ann"), Optional.empty());
    var windows =
        locate(
            OperatingSystem.WINDOWS,
            Map.of("UserProfile", "/u/ann", "AppData", "/u/ann/r", "LocalAppData", "/u/ann/l"),
            Optional.empty());

    assertThat(mac.configuration())
        .isEqualTo(Path.of("/Users/ann/Library/Application Support/Switchyard"));
    assertThat(windows.configuration()).isEqualTo(Path.of("/u/ann/r/Switchyard"));
    assertThat(windows.state()).isEqualTo(Path.of("/u/ann/l/Switchyard"));
    assertThat(windows.claudeConfig()).isEqualTo(Path.of("/u/ann/.claude"));
  }

  private static Home locate(
      OperatingSystem system, Map<String, String> environment, Optional<Path> option) {
    return new HomeLocator(new Surroundings(system, environment, Path.of("/passwd/ann")))
        .locate(option);
  }
}
