package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ModelName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A project that works is broken in one way after the other; each time the doctor finds it, mends
/// it, and gives back what was broken when it is told to.
class DoctorFixesTest {
  @TempDir Path temporary;
  private Path home;
  private Path project;
  private Path settings;
  private SimulatedOllama server;

  @BeforeEach
  void aProjectThatWorks() throws IOException {
    home = Files.createDirectory(temporary.resolve("home"));
    project = Files.createDirectory(temporary.toRealPath().resolve("project"));
    settings = project.resolve(".claude/settings.json");
    server = SimulatedOllama.start(Setup.instant());
    run("pull", "gemma4:e2b");
    run("build", "coder", "--from", "gemma4:e2b", "--context", "64K");
    run("route", "local", project.toString(), "--model", "coder");
  }

  @AfterEach
  void end() {
    server.close();
  }

  /// @param id the check that finds it
  /// @param from what is replaced in the settings file
  record Break(String id, String from, String to) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Break> breaks() {
    return Stream.of(
        new Break("base-url-v1", "(\"ANTHROPIC_BASE_URL\": \"[^\"]*)\"", "$1/v1\""),
        new Break("base-url", "(\"ANTHROPIC_BASE_URL\": \")[^\"]*\"", "$1ftp://localhost\""),
        new Break(
            "server-address", "(\"ANTHROPIC_BASE_URL\": \")[^\"]*\"", "$1http://localhost:1\""),
        new Break(
            "two-credentials", "\"ANTHROPIC_API_KEY\": \"\"", "\"ANTHROPIC_API_KEY\": \"ollama\""),
        new Break(
            "no-credential",
            "\"ANTHROPIC_AUTH_TOKEN\": \"ollama\"",
            "\"ANTHROPIC_AUTH_TOKEN\": \"\""),
        new Break("unrouted-models", "\\s*\"ANTHROPIC_DEFAULT_FABLE_MODEL\": \"coder\",", ""),
        new Break("background-models", "(\"ANTHROPIC_SMALL_FAST_MODEL\": \")coder", "$1gemma4:e2b"),
        new Break("auto-mode", ",?\\s*\"disableAutoMode\": \"disable\"", ""),
        new Break("prefix-cache", "(\"CLAUDE_CODE_ATTRIBUTION_HEADER\": \")0", "$11"),
        new Break("context-told", "(\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": \")65536", "$1131072"),
        new Break("cloud-provider", "(\"CLAUDE_CODE_USE_BEDROCK\": \")0", "$11"),
        new Break("settings-invalid", "\\}\\s*$", ""));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aBrokenSettingsFileIsMendedAndGivenBack(Break one) throws IOException {
    var well = Files.readString(settings);
    var broken = well.replaceFirst(one.from(), one.to());
    assertThat(broken).isNotEqualTo(well);
    Files.writeString(settings, broken);

    assertThat(finding(one.id()).path("fixable").asBoolean()).as("is fixable").isTrue();
    assertThat(fix(one.id()).json().path("fixed").asBoolean()).as("fixed").isTrue();
    assertThat(json(Files.readString(settings))).isEqualTo(json(well));
    assertThat(run("doctor", "--undo", "--json").code()).isZero();
    assertThat(Files.readString(settings)).as("after undo").isEqualTo(broken);
  }

  @Test
  void aRouteToAnEndpointKeepsTheEndpointsTokenWhenItIsMended() throws IOException {
    run("endpoint", "add", "box", server.url().toString(), "--kind", "ollama", "--token", "box-1");
    run("route", "local", project.toString(), "--endpoint", "box", "--model", "coder");
    var well = Files.readString(settings);
    assertThat(well).contains("\"ANTHROPIC_AUTH_TOKEN\": \"box-1\"", "\"API_TIMEOUT_MS\"");
    Files.writeString(
        settings, well.replaceFirst("(\"CLAUDE_CODE_ATTRIBUTION_HEADER\": \")0", "$11"));

    assertThat(fix("prefix-cache").json().path("fixed").asBoolean()).isTrue();

    assertThat(json(Files.readString(settings))).isEqualTo(json(well));
  }

  @Test
  void aModelThatIsGoneIsBuiltFromItsModelfileAndRemovedAgain() throws PortException {
    delete("coder");

    assertThat(fix("model-missing").json().path("fixed").asBoolean()).isTrue();
    assertThat(models()).contains("coder");
    run("doctor", "--undo");
    assertThat(models()).doesNotContain("coder");
  }

  @Test
  void aModelOfTheCatalogueIsPulledAndRemovedAgain() throws PortException {
    run("route", "local", project.toString(), "--model", "gemma4:31b", "--context", "64K");

    assertThat(fix("model-missing").json().path("fixed").asBoolean()).isTrue();
    assertThat(models()).contains("gemma4:31b");
    run("doctor", "--undo");
    assertThat(models()).doesNotContain("gemma4:31b");
  }

  @Test
  void aContextThatIsTooSmallIsBuiltLargerAndTheRouteSaysSo() throws IOException {
    run("build", "coder", "--context", "16K");
    run("route", "local", project.toString(), "--model", "coder");
    var before = Files.readString(settings);
    var modelfile = home.resolve(".ollama/Modelfiles/coder");
    var savedBefore = Files.readString(modelfile);

    assertThat(finding("context-too-small").path("fixable").asBoolean()).isTrue();
    assertThat(fix("context-too-small").json().path("fixed").asBoolean()).isTrue();
    var after = run("context", project.toString(), "--json").json();
    assertThat(after.path("built").path("tokens").asInt()).isEqualTo(65_536);
    assertThat(after.path("verdict").asString()).isEqualTo("holds");

    assertThat(run("doctor", "--undo").code()).isZero();
    var undone = run("context", project.toString(), "--json").json();
    assertThat(undone.path("built").path("tokens").asInt()).isEqualTo(16_384);
    assertThat(settings).hasContent(before);
    assertThat(modelfile).hasContent(savedBefore);
  }

  /// One mend may heal another finding, which is then not tried.
  @Test
  void everythingIsMendedByOneCommandAndGivenBackOneByOne() throws Exception {
    var well = Files.readString(settings);
    var broken =
        well.replaceFirst("(\"ANTHROPIC_BASE_URL\": \"[^\"]*)\"", "$1/v1\"")
            .replaceFirst("(\"CLAUDE_CODE_USE_BEDROCK\": \")0", "$11");
    Files.writeString(settings, broken);
    delete("coder");

    var run = run("doctor", "--fix", "--project", project.toString(), "--json");

    var fixes = run.json().path("fixes").values().stream().toList();
    assertThat(fixes)
        .extracting(one -> one.path("id").asString())
        .contains("route-overruled", "model-missing")
        .doesNotContain("base-url-v1", "cloud-provider");
    assertThat(fixes).allSatisfy(one -> assertThat(one.path("done")).isNotEmpty());
    assertThat(json(Files.readString(settings))).isEqualTo(json(well));
    assertThat(models()).contains("coder");

    run("doctor", "--undo");
    run("doctor", "--undo");
    assertThat(settings).hasContent(broken);
    assertThat(models()).doesNotContain("coder");
  }

  /// A kept version would bring the route back, and lose the person's permission.
  @Test
  void noKeyThatWasWrittenSinceIsLostWithABrokenFile() throws IOException {
    var broken =
        Files.readString(settings)
            .replaceFirst("\\{", "{\n  \"includeCoAuthoredBy\": false,")
            .replaceFirst("\\}\\s*$", "");
    Files.writeString(settings, broken);

    assertThat(finding("settings-invalid").path("fixable").asBoolean(true)).isFalse();
    assertThat(fix("settings-invalid").code()).isEqualTo(4);
    run("doctor", "--fix", "--project", project.toString());
    assertThat(settings).hasContent(broken);
  }

  /// The last permission goes, and the comma before it stays.
  @Test
  void whatWasTakenOutOfABrokenFileDoesNotComeBack() throws IOException {
    var granted =
        Files.readString(settings)
            .replaceFirst("\\{", "{\n  \"permissions\": {\"allow\": [\"Read\", \"Bash(*)\"]},");
    Files.writeString(settings, granted);
    run("route", "local", project.toString(), "--model", "gemma4:e2b", "--context", "64K");
    run("route", "local", project.toString(), "--model", "coder");
    var broken = Files.readString(settings).replace("\"Bash(*)\"", "");
    assertThat(broken).contains("\"Read\", ]");
    Files.writeString(settings, broken);

    assertThat(finding("settings-invalid").path("fixable").asBoolean(true)).isFalse();
    run("doctor", "--fix", "--project", project.toString());
    assertThat(settings).hasContent(broken);
  }

  @Test
  void aFileThatMustNotBeWrittenStaysAndEveryFixSaysWhy() throws IOException {
    var broken =
        Files.readString(settings).replaceFirst("(\"ANTHROPIC_BASE_URL\": \"[^\"]*)\"", "$1/v1\"");
    Files.writeString(settings, broken);
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("r--r--r--"));

    var run = run("doctor", "--fix", "--project", project.toString(), "--json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("fixed").asBoolean(true)).isFalse();
    assertThat(run.json().path("fixes").path(0).path("error").asString())
        .contains(settings.toString());
    assertThat(settings).hasContent(broken);
    assertThat(run("doctor", "--undo").code()).as("nothing to undo").isEqualTo(1);
  }

  @Test
  void aLinkStaysOneAndOnlyTheRoutesKeysOfItsTargetChange() throws IOException {
    var target = temporary.resolve("shared.json");
    var own = "{\n\t\"zeta\" : 1.50,\n\t\"alpha\":[ 1,2 ],\n";
    var broken =
        Files.readString(settings)
            .replaceFirst("\\{\n", own)
            .replaceFirst("(\"ANTHROPIC_BASE_URL\": \"[^\"]*)\"", "$1/v1\"");
    Files.writeString(target, broken);
    Files.delete(settings);
    Files.createSymbolicLink(settings, target);

    assertThat(fix("base-url-v1").json().path("fixed").asBoolean()).isTrue();

    assertThat(settings).isSymbolicLink();
    assertThat(Files.readString(target)).isEqualTo(broken.replace("/v1\"", "\""));
    run("doctor", "--undo");
    assertThat(target).hasContent(broken);
  }

  @Test
  void whatEverythingWouldMeanIsShownAndNotDone() throws IOException {
    var broken = Files.readString(settings).replaceFirst("11434\"|:(\\d+)\"", ":1\"");
    Files.writeString(settings, broken);

    var run = run("doctor", "--fix", "--dry-run", "--project", project.toString(), "--json");

    assertThat(run.json().path("fixes").path(0).path("id").asString()).isEqualTo("server-address");
    assertThat(run.json().path("fixes").path(0).path("steps")).isNotEmpty();
    assertThat(run.json().path("fixed").asBoolean(true)).isFalse();
    assertThat(settings).hasContent(broken);
    assertThat(run("doctor", "--undo").code()).as("nothing to undo").isEqualTo(1);
  }

  /// Another model is newer, but nobody chose it.
  @Test
  void aRouteThatIsGoneLeadsToTheModelOfBefore() throws IOException {
    run("build", "newer", "--from", "gemma4:e2b", "--context", "64K");
    Files.delete(settings);

    assertThat(fix("route-overruled").json().path("fixed").asBoolean()).isTrue();
    assertThat(json(Files.readString(settings)).path("model").asString()).isEqualTo("coder");
  }

  @Test
  void aFixIsNotTakenBackOverALaterSwitch() throws IOException {
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("\"ANTHROPIC_API_KEY\": \"\"", "\"ANTHROPIC_API_KEY\": \"x\""));
    fix("two-credentials");
    run("route", "cloud", project.toString());
    var now = Files.exists(settings) ? Files.readString(settings) : "";

    assertThat(run("doctor", "--undo").code()).isEqualTo(4);
    assertThat(Files.exists(settings) ? Files.readString(settings) : "").isEqualTo(now);
  }

  @Test
  void theReportHasNoKeyAndNoName() throws IOException {
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace(
                "\"ANTHROPIC_API_KEY\": \"\"",
                "\"ANTHROPIC_API_KEY\": \"sk-ant-0123456789abcdef\""));

    var report = run("doctor", "--report", "--project", project.toString()).out();

    assertThat(report)
        .contains("Switchyard ", "credential-leak")
        .doesNotContain("sk-ant-", home.toString());
  }

  /// In whatever order: a key that was gone is added at the end.
  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }

  private List<String> models() throws PortException {
    try (var asked = new OllamaServer(server.url())) {
      return asked.installed().stream().map(model -> model.name().shortText()).toList();
    }
  }

  private void delete(String model) throws PortException {
    try (var asked = new OllamaServer(server.url())) {
      asked.delete(ModelName.of(model));
    }
  }

  private JsonNode finding(String id) {
    return run("doctor", "--project", project.toString(), "--json")
        .json()
        .path("findings")
        .values()
        .stream()
        .filter(one -> one.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private CommandRun fix(String id) {
    return run("doctor", "--fix", id, "--project", project.toString(), "--json");
  }

  private CommandRun run(String... words) {
    var arguments =
        new ArrayList<>(List.of("--home", home.toString(), "--ollama", server.url().toString()));
    arguments.addAll(List.of(words));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
