package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.claude.ReplyFiles;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import dev.switchyard.real.ClaudeTerminal;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealClaude;
import dev.switchyard.real.RealOllama;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A prompt that the real Ollama cuts, in a conversation of the real Claude Code: nothing but the
/// count of its tokens tells, and Switchyard reads it.
class ContextIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path temporary;
  private Home home;
  private Path project;
  private RealOllama ollama;
  private CloudStandIn cloud;

  @BeforeEach
  void aTrustedProject() throws Exception {
    RealClaude.require();
    var real = temporary.toRealPath();
    ollama = RealOllama.start(Files.createDirectory(real.resolve("ollama")));
    cloud = CloudStandIn.start(temporary);
    home = Home.below(Files.createDirectory(real.resolve("home")));
    project = Files.createDirectory(real.resolve("project"));
    Files.writeString(
        home.claudeData(),
        """
        {"hasCompletedOnboarding":true,"theme":"dark",
         "projects":{"%s":{"hasTrustDialogAccepted":true}}}
        """
            .formatted(project));
    // The model calls for a command; otherwise somebody would have to say yes.
    Files.writeString(
        Files.createDirectory(project.resolve(".claude")).resolve("settings.local.json"),
        "{\"permissions\":{\"allow\":[\"Bash\"]}}");
  }

  @AfterEach
  void end() throws IOException {
    if (cloud != null) {
      cloud.close();
    }
    if (ollama != null) {
      ollama.close();
    }
  }

  @Test
  @Timeout(300)
  void aCutPromptIsToldWhileTheSessionRuns() throws Exception {
    build("small", 8_192);

    // As a person would who believes that the number given to Claude Code is enough.
    route("small", "64K");
    assertThat(context().path("breaches").findValuesAsString("id")).contains("told-too-much");
    try (var terminal = ClaudeTerminal.open(environment(), project)) {
      terminal.say("hello");
      var session = await(one -> one.has("cut"));

      var cut = session.path("cut");
      assertThat(cut.path("sign").asString()).isEqualTo("half");
      assertThat(cut.path("countedTokens").asInt()).isEqualTo(4_098);
      assertThat(cut.path("contextTokens").asInt()).isEqualTo(8_192);
      assertThat(context().path("cuts").path(0).path("session")).isEqualTo(session.path("session"));
    }
    assertThat(cloud.messages()).isEmpty();
  }

  @Test
  @Timeout(300)
  void whatFitsIsNotAccused() throws Exception {
    build("large", 65_536);
    route("large", "64K");
    try (var terminal = ClaudeTerminal.open(environment(), project)) {
      terminal.say("hello");
      // The first reply may be noted with the server's estimate only.
      var session = await(one -> replies(one) > 0 && Files.exists(project.resolve("proof.txt")));

      assertThat(session.has("cut")).isFalse();
      assertThat(context().path("cuts").isEmpty()).isTrue();
      assertThat(context().path("verdict").asString()).isEqualTo("holds");
      assertThat(context().path("loaded").path("tokens").asInt()).isEqualTo(65_536);
    }
  }

  /// Asked 262,144, got 131,072: the server says nothing of it.
  @Test
  void aClampIsShownAsSuch() throws Exception {
    build("clamped", 262_144);
    route("clamped", "128K");
    ollama.server().load(ModelName.of("clamped"), KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);

    var json = context();
    assertThat(json.path("breaches").findValuesAsString("id")).containsExactly("clamped");
    assertThat(json.path("breaches").path(0).path("text").asString())
        .contains("asked 256K, got 128K");
    assertThat(json.path("built").path("tokens").asInt()).isEqualTo(131_072);
    assertThat(json.path("loaded").path("tokens").asInt()).isEqualTo(131_072);
  }

  private void build(String name, int context) throws Exception {
    ollama
        .server()
        .build(RealOllama.agent(ModelName.of(name), context), _ -> {}, Cancellation.NEVER);
  }

  private void route(String model, String context) {
    var run = run("route", "local", project.toString(), "--model", model, "--context", context);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private Map<String, String> environment() {
    var environment = new HashMap<>(RealClaude.environment(home.directory(), cloud));
    environment.put("TERM", "xterm-256color");
    environment.put("NO_PROXY", "localhost,127.0.0.1");
    environment.put("CLAUDE_CODE_DISABLE_TERMINAL_TITLE", "1");
    return environment;
  }

  private JsonNode context() {
    return run("context", project.toString(), "--json").json();
  }

  private JsonNode sessions() {
    return run("sessions", project.toString(), "--json").json().path("sessions");
  }

  private CommandRun run(String... words) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--home", home.directory().toString()));
    arguments.addAll(List.of("--ollama", ollama.url().toString()));
    arguments.addAll(List.of(words));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private int replies(JsonNode session) {
    try {
      return new ReplyFiles(home.claudeConfig())
          .latest(project, session.path("session").asString(""))
          .size();
    } catch (PortException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode await(Predicate<JsonNode> holds) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      var sessions = sessions();
      if (!sessions.isEmpty() && holds.test(sessions.path(0))) {
        return sessions.path(0);
      }
      Thread.sleep(200);
    }
    throw new AssertionError("it did not come to that: " + sessions() + "\n" + ollama.log());
  }
}
