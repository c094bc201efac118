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

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths are written as on Unix")
class ChildEnvironmentTest {
  private static final Path RUNTIME = Path.of("/opt/switchyard/runtime");

  @Test
  void whatOurLauncherSetIsTakenOut() {
    var child =
        child(
            Map.of(
                "JAVA_TOOL_OPTIONS", "-Dx",
                "_JPACKAGE_LAUNCHER", "/opt/x",
                "LD_LIBRARY_PATH", "/opt/switchyard/runtime/lib",
                "PATH", "/bin"));

    assertThat(child).containsExactly(Map.entry("PATH", "/bin"));
  }

  @Test
  void librariesOfThePersonStay() {
    var child =
        child(Map.of("LD_LIBRARY_PATH", "/opt/switchyard/runtime/lib:/usr/local/cuda/lib64"));

    assertThat(child).containsExactly(Map.entry("LD_LIBRARY_PATH", "/usr/local/cuda/lib64"));
  }

  @Test
  void underAnotherHomeNothingLeadsOutOfIt() {
    var environment =
        Map.of(
            "HOME", "/home/ann",
            "CLAUDE_CONFIG_DIR", "/claude",
            "OLLAMA_MODELS", "/models",
            "XDG_CONFIG_HOME", "/xdg",
            "XDG_RUNTIME_DIR", "/run/user/1000");
    var surroundings = surroundings(environment);
    var home = new HomeLocator(surroundings).locate(Optional.of(Path.of("/tmp/h")));

    assertThat(ChildEnvironment.of(surroundings, home, RUNTIME))
        .isEqualTo(Map.of("HOME", "/tmp/h", "XDG_RUNTIME_DIR", "/run/user/1000"));
  }

  private static Map<String, String> child(Map<String, String> environment) {
    var surroundings = surroundings(environment);
    Home home = new HomeLocator(surroundings).locate(Optional.empty());
    return ChildEnvironment.of(surroundings, home, RUNTIME);
  }

  private static Surroundings surroundings(Map<String, String> environment) {
    return new Surroundings(OperatingSystem.LINUX, environment, Path.of("/home/ann"));
  }
}
