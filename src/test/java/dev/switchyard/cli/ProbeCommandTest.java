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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProbeCommandTest {
  @TempDir Path home;

  @Test
  void tellsWhatTheModelWasSeenToDoAndKeepsIt() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      assertThat(model(run(server, "models", "--json")).has("provenForClaudeCode")).isFalse();
      assertThat(unknown(run(server, "models", "--json"))).contains("switchyard probe");

      var run = run(server, "probe", "gemma4-claude", "--json");

      assertThat(run.code()).as(run.err()).isZero();
      var json = run.json();
      assertThat(json.get("provenForClaudeCode").asBoolean()).isTrue();
      assertThat(json.get("contextLength").asInt()).isEqualTo(65_536);
      assertThat(json.get("server").get("version").asString()).isEqualTo("0.33.0");
      var toolChoice = json.get("probes").get(10);
      assertThat(toolChoice.get("id").asString()).isEqualTo("tool-choice");
      assertThat(toolChoice.get("verdict").asString()).isEqualTo("ignored");
      assertThat(toolChoice.get("worksInGuide").asBoolean()).isFalse();
      assertThat(toolChoice.get("evidence").get(0).get("sent").asString()).contains("tool_choice");
      assertThat(toolChoice.get("evidence").get(0).get("status").asInt()).isEqualTo(200);
      assertThat(run.err()).contains("multi-turn: works");

      var kept = model(run(server, "models", "--json"));
      assertThat(kept.get("provenForClaudeCode").asBoolean()).isTrue();
      assertThat(kept.get("probedAt").asString()).isEqualTo(json.get("at").asString());
      var again = run(server, "probe", "gemma4-claude", "--last", "--json").json();
      assertThat(again.get("probes")).isEqualTo(json.get("probes"));
      assertThat(again.get("at")).isEqualTo(json.get("at"));
    }
  }

  @Test
  void whatAnotherVersionOfTheServerDidSaysNothingOfThisOne() throws Exception {
    try (var before = SimulatedOllama.start(Setup.instant().withVersion("0.25.0"))) {
      assertThat(run(before, "probe", "gemma4-claude").code()).isZero();
      var file = kept();
      Files.writeString(file, Files.readString(file).replace("\"0.25.0\"", "\"0.24.0\""));

      assertThat(unknown(run(before, "models", "--json"))).contains("0.24.0", "0.25.0");
      var last = run(before, "probe", "gemma4-claude", "--last", "--json");
      assertThat(last.code()).isEqualTo(1);
      assertThat(last.json().has("provenForClaudeCode")).isFalse();
    }
  }

  @Test
  void printsATableAndWithEvidenceWhatWasSent() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var run = run(server, "probe", "codellama:7b", "--evidence");

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("Tool call, streamed", "refused", "does not support tools")
          .contains("> POST /v1/messages/count_tokens", "< 404")
          .contains("Not ready for Claude Code");
    }
  }

  @Test
  void aModelThatIsNotThereIsWrongUsageAndOneOfACloudIsNotAsked() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      assertThat(run(server, "probe", "nope").code()).isEqualTo(2);
      var cloud = run(server, "probe", "gpt-oss:120b-cloud");
      assertThat(cloud.code()).isEqualTo(4);
      assertThat(cloud.err()).contains("ollama.com");
    }
    var gone = SimulatedOllama.start(Setup.instant());
    gone.close();
    assertThat(run(gone, "probe", "gemma4-claude").code()).isEqualTo(3);
  }

  private Path kept() throws IOException {
    try (var files = Files.walk(home)) {
      return files
          .filter(path -> path.getParent().endsWith("capabilities"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static JsonNode model(CommandRun run) {
    return run.json().get("models").get(0);
  }

  private static String unknown(CommandRun run) {
    return run.json().get("unknown").get("models[0].provenForClaudeCode").asString();
  }

  private CommandRun run(SimulatedOllama server, String... command) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--home", home.toString(), "--ollama", server.url().toString()));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
