package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextCommandTest {
  @TempDir Path temporary;
  private Path home;
  private Path project;
  private SimulatedOllama server;

  @BeforeEach
  void aRoutedProject() throws IOException {
    home = Files.createDirectory(temporary.resolve("home"));
    project = Files.createDirectory(temporary.toRealPath().resolve("project"));
    server = SimulatedOllama.start(Setup.instant());
    run("build", "coder", "--from", "gemma4:26b", "--context", "64K");
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void aRouteOfSwitchyardsHolds() {
    run("route", "local", project.toString(), "--model", "coder");

    var run = run("context", project.toString(), "--json");

    var json = run.json();
    assertThat(json.path("verdict").asString()).isEqualTo("holds");
    assertThat(run.code()).isZero();
    assertThat(json.path("built").path("tokens").asInt()).isEqualTo(65_536);
    assertThat(json.path("told").path("tokens").asInt()).isEqualTo(65_536);
    assertThat(json.path("needed").path("source").asString()).contains("estimated");
    assertThat(json.path("unknown").path("loaded").asString()).contains("not in memory");
    assertThat(json.path("breaches").isEmpty()).isTrue();
  }

  @Test
  void whoDiffersIsNamedWithWhatMendsIt() {
    run("route", "local", project.toString(), "--model", "coder", "--context", "128K");

    var run = run("context", project.toString(), "--json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("verdict").asString()).isEqualTo("broken");
    var breach = run.json().path("breaches").path(0);
    assertThat(breach.path("id").asString()).isEqualTo("told-too-much");
    assertThat(breach.path("place").asString()).isEqualTo("told");
    assertThat(breach.path("mend").asString()).isEqualTo("write-route");
    assertThat(breach.path("mendTokens").asInt()).isEqualTo(65_536);
    assertThat(run("context", project.toString()).out())
        .contains("Claude Code is told that coder has a context of 128K, but it has 64K.");

    run("route", "local", project.toString(), "--model", "coder");
    assertThat(run("context", project.toString()).code()).as("mended").isZero();
  }

  @Test
  void inTheCloudThereIsNothingToCompare() {
    var run = run("context", project.toString(), "--json");

    assertThat(run.code()).isZero();
    assertThat(run.json().path("applies").asBoolean(true)).isFalse();
  }

  @Test
  void aServerThatIsAwayIsToldApart() {
    run("route", "local", project.toString(), "--model", "coder");
    server.close();

    var run = run("context", project.toString(), "--json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.json().path("verdict").asString()).isEqualTo("unknown");
    assertThat(run.json().path("told").path("tokens").asInt()).isEqualTo(65_536);
    assertThat(run.json().path("unknown").has("built")).isTrue();
  }

  private CommandRun run(String... words) {
    var arguments =
        new ArrayList<>(List.of("--home", home.toString(), "--ollama", server.url().toString()));
    arguments.addAll(List.of(words));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
