package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.cli.StartOptions;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was switched on the command line is in sight in the window.
class SwitchedProjectsTest {
  @TempDir Path temporary;
  private Path home;
  private Path project;

  @BeforeEach
  void aFolderThatWasSwitched() throws IOException {
    home = Files.createDirectory(temporary.toRealPath().resolve("home"));
    project = Files.createDirectory(temporary.toRealPath().resolve("project"));
    // Nobody listens there: switching does not need the server.
    var server = "http://127.0.0.1:1";
    var run =
        CommandRun.of(
            "route",
            "local",
            project.toString(),
            "--model",
            "m",
            "--home",
            home.toString(),
            "--ollama",
            server);
    assertThat(run.code()).isZero();
  }

  @Test
  void itIsAProject() throws PortException {
    assertThat(listed(false)).containsExactly(project);
  }

  @Test
  void itCanBeTakenOffTheList() throws PortException {
    assertThat(listed(true)).isEmpty();
  }

  private List<Path> listed(boolean takenOff) throws PortException {
    try (var wiring = new Wiring(StartOptions.parse(List.of("--home", home.toString())))) {
      var projects = wiring.routing().projects();
      if (takenOff) {
        projects.remove(project);
      }
      return projects.all().stream().map(Project::folder).toList();
    }
  }
}
