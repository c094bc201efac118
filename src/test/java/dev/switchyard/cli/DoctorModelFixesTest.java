package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.truth.ReadTruth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Fixes that change models, a folder below a project, or git are carried out and taken back on a
/// server of the test's own.
class DoctorModelFixesTest {
  @TempDir Path temporary;
  private Path home;
  private Path project;
  private SimulatedOllama server;
  private OllamaServer asked;

  @BeforeEach
  void aProjectThatWorks() throws IOException {
    home = Files.createDirectory(temporary.resolve("home"));
    project = Files.createDirectory(temporary.toRealPath().resolve("project"));
    server = SimulatedOllama.start(Setup.instant());
    asked = new OllamaServer(server.url());
    run("pull", "gemma4:e2b");
    run("build", "coder", "--from", "gemma4:e2b", "--context", "64K");
    run("route", "local", project.toString(), "--model", "coder");
  }

  @AfterEach
  void end() {
    asked.close();
    server.close();
  }

  @Test
  void aVariantOfAnOlderBaseIsBuiltAgainAndComesBack() throws PortException {
    var old = weights("coder");
    run("pull", "gemma4:26b");
    asked.delete(ModelName.of("gemma4:e2b"));
    asked.copy(ModelName.of("gemma4:26b"), ModelName.of("gemma4:e2b"));

    assertThat(fix("variant-outdated").path("fixed").asBoolean()).isTrue();
    assertThat(weights("coder")).isEqualTo(weights("gemma4:26b")).isNotEqualTo(old);
    assertThat(models()).contains("coder-before");

    assertThat(run("doctor", "--undo").code()).isZero();
    assertThat(weights("coder")).isEqualTo(old);
    assertThat(models()).doesNotContain("coder-before");
  }

  @Test
  void aModelNamedLikeAnthropicsGetsASecondNameAndLosesItAgain() throws PortException, IOException {
    asked.copy(ModelName.of("coder"), ModelName.of("claude-sonnet-4-5"));
    run("route", "local", project.toString(), "--model", "claude-sonnet-4-5", "--context", "64K");
    var settings = project.resolve(".claude/settings.json");
    var before = Files.readString(settings);
    assertThat(before).contains("claude-sonnet-4-5");
    var models = models();

    assertThat(fix("model-name").path("fixed").asBoolean()).isTrue();
    assertThat(models()).contains("gemma4-claude2").hasSize(models.size() + 1);
    assertThat(Files.readString(settings)).contains("gemma4-claude2");

    assertThat(run("doctor", "--undo").code()).isZero();
    assertThat(models()).isEqualTo(models);
    assertThat(settings).hasContent(before);
  }

  @Test
  void twoProjectsWithTwoVariantsAreBroughtTogether() throws IOException {
    run("build", "longer", "--from", "gemma4:e2b", "--context", "128K");
    var other = Files.createDirectory(temporary.toRealPath().resolve("other"));
    run("route", "local", other.toString(), "--model", "longer");
    var settings = project.resolve(".claude/settings.json");
    var before = Files.readString(settings);

    assertThat(fix("model-evicted").path("fixed").asBoolean()).isTrue();
    assertThat(Files.readString(settings)).contains("\"ANTHROPIC_MODEL\": \"longer\"");

    assertThat(run("doctor", "--undo").code()).isZero();
    assertThat(settings).hasContent(before);
  }

  @Test
  void aFolderBelowGetsTheRouteOfTheProject() throws IOException {
    var below = Files.createDirectory(project.resolve("src"));
    project = below;

    assertThat(fix("wrong-folder").path("fixed").asBoolean()).isTrue();
    assertThat(below.resolve(".claude/settings.json")).content().contains("coder");

    assertThat(run("doctor", "--undo").code()).isZero();
    assertThat(below.resolve(".claude")).doesNotExist();
  }

  @Test
  void gitForgetsASettingsFileAndKnowsItAgain() throws IOException, InterruptedException {
    var settings = project.resolve(".claude/settings.json");
    git("init", "-q");
    git("add", "-f", ".claude/settings.json");
    var index = git("ls-files", "--stage");
    var excludes = project.resolve(".git/info/exclude");
    var excluded = Files.exists(excludes) ? Files.readString(excludes) : "";
    var before = Files.readString(settings);

    assertThat(fix("settings-committed").path("fixed").asBoolean()).isTrue();
    assertThat(git("ls-files")).isEmpty();
    assertThat(git("status", "--porcelain")).isEmpty();
    assertThat(settings).hasContent(before);

    assertThat(run("doctor", "--undo").code()).isZero();
    assertThat(git("ls-files", "--stage")).isEqualTo(index);
    assertThat(Files.exists(excludes) ? Files.readString(excludes) : "").isEqualTo(excluded);
    assertThat(settings).hasContent(before);
  }

  private String git(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).directory(project.toFile());
    process.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    var started = process.redirectErrorStream(true).start();
    var output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(started.waitFor()).as(output).isZero();
    return output;
  }

  private String weights(String model) throws PortException {
    return ReadTruth.blob(asked.describe(ModelName.of(model))).orElseThrow();
  }

  private List<String> models() throws PortException {
    return asked.installed().stream().map(model -> model.name().shortText()).toList();
  }

  private JsonNode fix(String id) {
    return run("doctor", "--fix", id, "--project", project.toString(), "--json").json();
  }

  private CommandRun run(String... words) {
    var arguments =
        new ArrayList<>(List.of("--home", home.toString(), "--ollama", server.url().toString()));
    arguments.addAll(List.of(words));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
