package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealClaude;
import dev.switchyard.real.RealOllama;
import dev.switchyard.real.RecordedAnswers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is counted of the real Claude Code's transcripts, against what the real Ollama said in its
/// answers.
class UsageIT {
  @TempDir Path temporary;
  private Path home;
  private Path project;

  @Test
  @Timeout(300)
  void requestsAndTokensAreThoseOfTheServersAnswers() throws Exception {
    RealClaude.require();
    var real = temporary.toRealPath();
    home = Files.createDirectory(real.resolve("home"));
    project = Files.createDirectory(real.resolve("project ü"));
    var skill = Files.createDirectories(project.resolve(".claude/skills/forked"));
    Files.writeString(
        skill.resolve("SKILL.md"),
        """
        ---
        name: forked
        description: writes the proof in a sub-agent
        context: fork
        agent: general-purpose
        ---
        Write the proof
        """);
    Files.writeString(
        home.resolve(".claude.json"),
        """
        {"hasCompletedOnboarding":true,"projects":{"%s":{"hasTrustDialogAccepted":true}}}
        """
            .formatted(project));
    try (var cloud = CloudStandIn.start(temporary);
        var ollama = RealOllama.start(Files.createDirectory(real.resolve("ollama")));
        var recorded = new RecordedAnswers(ollama.url())) {
      ollama.buildAgent(ModelName.of("agent"));
      var routed =
          CommandRun.of(
              "route",
              "local",
              project.toString(),
              "--model",
              "agent",
              "--home",
              home.toString(),
              "--ollama",
              recorded.url());
      assertThat(routed.code()).as(routed.err()).isZero();
      var environment = new HashMap<>(RealClaude.environment(home, cloud));
      environment.put("NO_PROXY", "localhost,127.0.0.1");

      var session = run(environment, "Write the proof").path("session_id").asString();
      run(environment, "Again");
      assertCounted(recorded, 4);
      run(environment, "More", "--resume", session);
      run(environment, "Fork", "--resume", session, "--fork-session");
      assertCounted(recorded, 8);
      run(environment, "/forked");
      assertThat(recorded.counts()).as("a sub-agent works too").hasSizeGreaterThan(9);
      assertCounted(recorded, recorded.counts().size());
      assertThat(cloud.messages()).isEmpty();
    }
  }

  private JsonNode run(Map<String, String> environment, String prompt, String... more)
      throws Exception {
    var words = new ArrayList<>(List.of("claude", "-p", prompt));
    words.addAll(List.of("--allowedTools", "Bash,Skill", "--output-format", "json"));
    words.addAll(List.of(more));
    var outcome = RealClaude.run(environment, project, words);
    assertThat(outcome.exitCode()).as("%s", outcome).isZero();
    return JsonTree.read(outcome.output().getBytes(StandardCharsets.UTF_8));
  }

  private void assertCounted(RecordedAnswers recorded, int requests) {
    var counts = recorded.counts();
    assertThat(counts).as("%s", recorded.paths()).hasSize(requests);
    var answer =
        CommandRun.of("usage", "--json", "--home", home.toString(), "--ollama", recorded.url())
            .json();
    var local = answer.path("totals").path("local");
    assertThat(local.path("requests").asInt()).as("%s", answer).isEqualTo(requests);
    assertThat(local.path("inputTokens").asLong())
        .isEqualTo(counts.stream().mapToLong(RecordedAnswers.Counts::input).sum());
    assertThat(local.path("outputTokens").asLong())
        .isEqualTo(counts.stream().mapToLong(RecordedAnswers.Counts::output).sum());
    assertThat(answer.path("assumedLocal").path("requests").asInt()).isZero();
    assertThat(answer.path("unreadableLines").asInt()).isZero();
    assertThat(answer.path("rows").path(0).path("project").asString())
        .isEqualTo(project.toString());
  }
}
