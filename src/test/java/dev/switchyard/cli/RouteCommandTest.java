package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteCommandTest {
  /// Nobody listens there: switching does not need the server.
  private static final String NO_SERVER = "http://127.0.0.1:1";

  @TempDir Path folder;
  private Path home;
  private Path project;
  private Path settings;

  @BeforeEach
  void project() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    project = Files.createDirectories(folder.resolve("my project"));
    settings = project.resolve(".claude/settings.json");
  }

  @Test
  void theBareRouteIsTheContractsObject() {
    var run = run("route", project.toString(), "--json");

    assertThat(run.code()).isZero();
    var json = run.json();
    assertThat(json.propertyNames())
        .contains("folder", "destination", "baseUrl", "credential", "winner", "problems");
    assertThat(json.get("folder").asString()).isEqualTo(project.toString());
    assertThat(json.get("destination").asString()).isEqualTo("cloud");
    assertThat(json.get("unknown").has("model")).isTrue();
  }

  @Test
  void everyValueIsNamedWithItsFileAndWhatItOverrules() throws IOException {
    var user = home.resolve(".claude/settings.json");
    write(settings, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:1\"}}");
    write(
        user,
        "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:2\","
            + "\"ANTHROPIC_API_KEY\":\"sk-ant-made-up\"}}");

    var run = run("route", project.toString(), "--json");

    var url = run.json().get("settings").get(0);
    assertThat(url.get("key").asString()).isEqualTo("ANTHROPIC_BASE_URL");
    assertThat(url.get("file").asString()).isEqualTo(settings.toString());
    var overruled = url.get("overruled").get(0);
    assertThat(overruled.get("value").asString()).isEqualTo("http://localhost:2");
    assertThat(overruled.get("layer").asString()).isEqualTo("user");
    assertThat(overruled.get("file").asString()).isEqualTo(user.toString());
    assertThat(run.out()).doesNotContain("made-up");
    assertThat(run("route", project.toString()).out())
        .contains("not used", user.toString())
        .doesNotContain("made-up");
  }

  @Test
  void anotherWayOfStartingHasARouteOfItsOwn() throws IOException {
    write(
        home.resolve(".config/Code/User/settings.json"),
        "{\"claudeCode.environmentVariables\":"
            + "[{\"name\":\"ANTHROPIC_BASE_URL\",\"value\":\"http://localhost:11434\"}], // mine\n}");

    var here = run("route", project.toString(), "--json").json();
    assertThat(here.get("start").asString()).isEqualTo("terminal");
    assertThat(here.get("destination").asString()).isEqualTo("cloud");
    assertThat(here.get("differs").asBoolean()).isTrue();
    assertThat(here.get("otherStarts").get(0).get("start").asString()).isEqualTo("vscode");
    assertThat(here.get("otherStarts").get(0).get("destination").asString()).isEqualTo("local");

    var there = run("route", project.toString(), "--start", "vscode", "--json").json();
    assertThat(there.get("destination").asString()).isEqualTo("local");
    assertThat(there.get("start").asString()).isEqualTo("vscode");
    assertThat(run("route", project.toString(), "--start", "moon").code()).isEqualTo(2);
    assertThat(run("route", "local", project.toString(), "--start", "vscode").code()).isEqualTo(2);
  }

  @Test
  void aStartWithSettingsOrASessionIsResolvedWithThem() throws IOException {
    var once = "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:3\"}}";
    assertThat(
            run("route", project.toString(), "--settings", once, "--json")
                .json()
                .get("winner")
                .get("ANTHROPIC_BASE_URL")
                .asString())
        .isEqualTo("flag");
    assertThat(run("route", project.toString(), "--settings", "gone.json").code()).isEqualTo(2);
    assertThat(run("route", project.toString(), "--settings", "{'x'}").code()).isEqualTo(4);

    assertThat(run("route", project.toString(), "--continue").code()).isEqualTo(2);
    write(
        home.resolve(".claude/projects")
            .resolve(project.toRealPath().toString().replaceAll("[^A-Za-z0-9]", "-"))
            .resolve("one.jsonl"),
        "{\"type\":\"assistant\",\"message\":{\"model\":\"earlier\"}}\n");
    assertThat(run("route", project.toString(), "-c", "--json").json().get("model").asString())
        .isEqualTo("earlier");
  }

  @Test
  void aModelIsExplainedBeforeItIsTyped() throws IOException {
    run("route", "local", project.toString(), "--model", "gemma4-claude");

    var asked = run("route", project.toString(), "--model", "sonnet", "--json").json().get("asked");

    assertThat(asked.get("model").asString()).isEqualTo("sonnet");
    assertThat(asked.get("answer").get(0).asString())
        .startsWith("/model sonnet asks 127.0.0.1:1 for gemma4-claude");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void localCloudInheritUndo() throws IOException {
    var local = run("route", "local", project.toString(), "--model", "gemma4-claude", "--json");
    assertThat(local.code()).isZero();
    assertThat(local.json().get("destination").asString()).isEqualTo("local");
    assertThat(local.json().get("model").asString()).isEqualTo("gemma4-claude");
    assertThat(local.json().get("credential").asString()).isEqualTo("placeholder");
    assertThat(local.json().get("winner").get("ANTHROPIC_BASE_URL").asString())
        .isEqualTo("project");
    assertThat(local.err()).contains("worked out without asking the server");
    assertThat(Files.readString(settings))
        .contains("\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": \"65536\"");

    var cloud = run("route", "cloud", project.toString(), "--json");
    assertThat(cloud.code()).isZero();
    assertThat(settings).doesNotExist();

    var undo = run("undo", "--json");
    assertThat(undo.json().get("undone").asBoolean()).isTrue();
    assertThat(undo.json().get("choice").asString()).isEqualTo("cloud");
    assertThat(settings).exists();

    assertThat(run("route", "inherit", project.toString()).code()).isZero();
    assertThat(settings.getParent()).doesNotExist();
  }

  @Test
  void theModelInUseIsKept() throws IOException {
    run("route", "local", project.toString(), "--model", "one");
    var again = run("route", "local", project.toString(), "--context", "131072", "--json");

    assertThat(again.json().get("model").asString()).isEqualTo("one");
    assertThat(Files.readString(settings)).contains("\"131072\"");
  }

  @Test
  void theSavedModelfileTellsTheContext() throws IOException {
    var modelfiles = Files.createDirectories(home.resolve(".ollama/Modelfiles"));
    Files.writeString(
        modelfiles.resolve("gemma4-claude"), "FROM gemma4:26b\nPARAMETER num_ctx 131072\n");

    assertThat(run("route", "local", project.toString()).code()).isZero();
    assertThat(Files.readString(settings))
        .contains("\"model\": \"gemma4-claude\"")
        .contains("\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": \"131072\"");
  }

  @Test
  void aDryRunShowsTheDifferenceAndWritesNothing() {
    var run = run("route", "local", project.toString(), "--model", "m", "--dry-run");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("+   \"model\": \"m\"").contains("ANTHROPIC_BASE_URL");
    assertThat(settings).doesNotExist();
  }

  @Test
  void noCredentialIsPrinted() throws IOException {
    Files.createDirectories(settings.getParent());
    Files.writeString(
        settings,
        "{\n"
            + "  \"apiKeyHelper\": \"cat made-up-secret\",\n"
            + "  \"env\": {\"ANTHROPIC_API_KEY\": \"made-up-secret\"}\n"
            + "}\n");

    assertThat(run("route", project.toString()).out()).doesNotContain("made-up-secret");
    assertThat(run("route", "local", project.toString(), "--model", "m", "--dry-run").out())
        .doesNotContain("made-up-secret");
  }

  @Test
  void justMeAndTheDefaultGoToTheirOwnFiles() {
    run("route", "local", project.toString(), "--model", "m", "--scope", "local");
    assertThat(project.resolve(".claude/settings.local.json")).exists();
    run("route", "local", "--model", "m", "--scope", "user");
    assertThat(home.resolve(".claude/settings.json")).exists();
    assertThat(settings).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "{\"env\":3}", "{\"model\":1}", "{\"model\":\"a\",\"model\":\"b\"}"})
  void badSettingsAreRefusedWithFour(String text) throws IOException {
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, text);

    var run = run("route", "local", project.toString(), "--model", "m", "--json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.json().get("error").asString()).contains(settings.toString());
    assertThat(Files.readString(settings)).isEqualTo(text);
    assertThat(run("route", project.toString(), "--json").code()).isZero();
  }

  @Test
  void aMovedProjectStillRoutesAndThatIsNo() throws IOException {
    run("route", "local", project.toString(), "--model", "m");
    var moved = Files.move(project, folder.resolve("moved"));

    var run = run("route", "inherit", moved.toString(), "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().get("problems").get(0).get("id").asString()).isEqualTo("route-left");
  }

  @Test
  void anOverruledRouteIsNo() {
    run("route", "local", project.toString(), "--model", "a", "--scope", "local");

    var run = run("route", "local", project.toString(), "--model", "b", "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().get("problems").get(0).get("id").asString()).isEqualTo("overruled");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(run("route", "local", project.toString()).code()).isEqualTo(2);
    assertThat(run("route", "remote", project.toString()).code()).isEqualTo(2);
    assertThat(run("route", "local", project.toString(), "--model", "").code()).isEqualTo(2);
    assertThat(run("route", "local", project.toString(), "--model", "m", "--context", "0").code())
        .isEqualTo(2);
    assertThat(run("route", "local", project.toString(), "--model", "m", "--scope", "x").code())
        .isEqualTo(2);
    assertThat(run("route", "local", folder.resolve("gone").toString(), "--model", "m").code())
        .isEqualTo(2);
    assertThat(settings).doesNotExist();
  }

  @Test
  void nothingToUndoIsOne() {
    var run = run("undo", "--json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().get("undone").asBoolean()).isFalse();
  }

  private CommandRun run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString(), "--ollama", NO_SERVER));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
