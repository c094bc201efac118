package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.log.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands leave in the log.
class LoggedActionsTest {
  private static final String KEY = "sk-ant-made-up-for-the-log";

  @TempDir Path home;
  private SimulatedOllama server;
  private Path project;

  @BeforeEach
  void start() throws IOException {
    server = SimulatedOllama.start(Setup.instant());
    project = Files.createDirectories(home.resolve("src/app"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSwitchIsLoggedByProjectAndFile() throws IOException {
    run("route", "local", project.toString(), "--model", "gemma4:26b");
    run("route", "cloud", project.toString());
    run("undo");

    assertThat(log())
        .contains(
            "INFO  Switchyard",
            "INFO  route LOCAL for ~/src/app: wrote ~/src/app/.claude/settings.json",
            "INFO  route CLOUD for ~/src/app: wrote ~/src/app/.claude/settings.json",
            "INFO  undo CLOUD for ~/src/app: wrote ~/src/app/.claude/settings.json");
  }

  @Test
  void aRefusalIsLoggedWithItsReason() throws IOException {
    var settings = project.resolve(".claude/settings.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "{\"env\":{\"ANTHROPIC_API_KEY\":\"" + KEY + "\"}, oops");

    assertThat(run("route", "local", project.toString(), "--model", "gemma4:26b").code())
        .isEqualTo(4);

    assertThat(log())
        .contains("ERROR change settings files: failed", "PortException")
        .doesNotContain(KEY);
  }

  @Test
  void aBuildIsLogged() throws IOException {
    run("build", "mine", "--from", "gemma4:26b", "--context", "64K");

    assertThat(log()).contains("INFO  build mine at " + server.url() + ": done");
  }

  @Test
  void whatOnlyAsksLeavesNoFile() {
    run("status");
    run("models");
    run("route", project.toString());

    assertThat(folder()).doesNotExist();
  }

  private CommandRun run(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", home.toString(), "--ollama", server.url().toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private Path folder() {
    return home.resolve(".local/state/switchyard/log");
  }

  private String log() throws IOException {
    return Files.readString(folder().resolve(LogFiles.NAME));
  }
}
