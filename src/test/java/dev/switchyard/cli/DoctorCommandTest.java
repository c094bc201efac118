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
import tools.jackson.databind.JsonNode;

class DoctorCommandTest {
  @TempDir Path temporary;
  private Path home;
  private Path project;
  private Path settings;
  private SimulatedOllama server;

  @BeforeEach
  void aRoutedProject() throws IOException {
    home = Files.createDirectory(temporary.resolve("home"));
    project = Files.createDirectory(temporary.toRealPath().resolve("project"));
    settings = project.resolve(".claude/settings.json");
    server = SimulatedOllama.start(Setup.instant());
    run("build", "coder", "--from", "gemma4:26b", "--context", "64K");
    run("route", "local", project.toString(), "--model", "coder");
  }

  @AfterEach
  void end() {
    server.close();
  }

  /// What depends on the machine that the test runs on is none of its business.
  @Test
  void aRouteOfSwitchyardsIsWell() {
    var json = doctor().json();

    assertThat(
            json.path("findings").values().stream()
                .filter(
                    one -> List.of("error", "warning").contains(one.path("severity").asString("")))
                .map(one -> one.path("id").asString()))
        .isSubsetOf(
            "claude-missing",
            "claude-too-old",
            "several-claude",
            "several-ollama",
            "ollama-versions",
            "model-too-large",
            "disk-space");
  }

  @Test
  void anAddressThatEndsInV1IsFoundMendedAndBrokenAgainByUndo() throws IOException {
    var broken = Files.readString(settings).replaceFirst("(http://127[^\"]*)", "$1/v1");
    Files.writeString(settings, broken);

    var found = finding("base-url-v1");
    assertThat(found.path("severity").asString()).isEqualTo("error");
    assertThat(found.path("evidence").asString()).contains(settings.toString());
    assertThat(found.path("fixable").asBoolean()).isTrue();
    assertThat(doctor().code()).isEqualTo(1);

    var preview = fix("base-url-v1", "--dry-run");
    assertThat(preview.json().path("steps").path(0).path("changes").path(0).path("file").asString())
        .isEqualTo(settings.toString());
    assertThat(settings).as("after --dry-run").hasContent(broken);

    var fixed = fix("base-url-v1");
    assertThat(fixed.json().path("fixed").asBoolean()).isTrue();
    assertThat(fixed.code()).isZero();
    assertThat(finding("base-url-v1").path("severity").asString()).isEqualTo("ok");

    var undone = run("doctor", "--undo", "--json");
    assertThat(undone.json().path("id").asString()).isEqualTo("base-url-v1");
    assertThat(settings).as("after --undo").hasContent(broken);
  }

  @Test
  void aServerThatIsDownMakesTheModelUnknownAndNotFine() {
    server.close();

    var run = doctor();

    assertThat(finding("context-too-small").has("severity")).isFalse();
    assertThat(run.json().path("unknown").propertyNames())
        .anyMatch(field -> field.matches("findings\\[\\d+]\\.severity"));
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void whatIsFineNeedsNoFix() {
    var run = fix("base-url-v1");

    assertThat(run.code()).isZero();
    assertThat(run.json().path("fixed").asBoolean()).isFalse();
    assertThat(run.json().path("recheck").path("severity").asString()).isEqualTo("ok");
  }

  @Test
  void optionsThatDoNotGoTogetherDoNothing() {
    assertThat(run("doctor", "--undo", "--fix", "base-url-v1").code()).isEqualTo(2);
    assertThat(run("doctor", "--dry-run").code()).isEqualTo(2);
    assertThat(run("doctor", "--fix", "no-such-check").code()).isEqualTo(2);
    assertThat(run("doctor", "--undo").code()).as("nothing to undo").isEqualTo(1);
  }

  private CommandRun doctor() {
    return run("doctor", "--project", project.toString(), "--json");
  }

  private JsonNode finding(String id) {
    return doctor().json().path("findings").values().stream()
        .filter(one -> one.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private CommandRun fix(String id, String... more) {
    var words = new ArrayList<>(List.of("doctor", "--fix", id, "--project", project.toString()));
    words.add("--json");
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private CommandRun run(String... words) {
    var arguments =
        new ArrayList<>(List.of("--home", home.toString(), "--ollama", server.url().toString()));
    arguments.addAll(List.of(words));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
