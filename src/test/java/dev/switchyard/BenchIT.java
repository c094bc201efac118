package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.model.ModelName;
import dev.switchyard.real.RealClaude;
import dev.switchyard.real.RealOllama;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A benchmark of the model that behaves, on the real Ollama. How fast it is says nothing: that the
/// prefix cache has an effect, and that no run loads the model anew, does.
class BenchIT {
  private static final Pattern RUNNER_STARTS = Pattern.compile("starting (runner|llama-server)");

  @TempDir private Path folder;

  @Test
  void theEffectOfThePrefixCacheIsMeasuredAndTheModelIsLoadedOnce() throws Exception {
    var home = Files.createDirectory(folder.resolve("home"));
    try (var ollama = RealOllama.start(Files.createDirectory(folder.resolve("ollama")))) {
      ollama.buildAgent(ModelName.of("agent"));
      var run =
          CommandRun.of(
              "bench",
              "agent",
              "--json",
              "--home",
              home.toString(),
              "--ollama",
              ollama.url().toString());

      assertThat(run.code()).as(run.err()).isZero();
      var answer = run.json();
      assertThat(answer.path("server").asString()).isEqualTo(RealOllama.VERSION);
      assertThat(answer.path("contextLength").asInt()).isEqualTo(65_536);
      var cache = figure(answer, "server.prefix-cache");
      assertThat(cache.path("runs")).hasSize(3);
      assertThat(cache.path("median").asDouble()).as("percent saved").isBetween(50.0, 100.0);
      assertThat(figure(answer, "server.prefill-2k").path("median").asDouble()).isPositive();
      assertThat(figure(answer, "server.prefill-16k").path("median").asDouble()).isPositive();
      assertThat(figure(answer, "server.load").path("median").asDouble()).isPositive();
      assertThat(figure(answer, "direct.explain.wall").path("median").asDouble())
          .isGreaterThanOrEqualTo(
              figure(answer, "direct.explain.first-token").path("median").asDouble());
      assertThat(figure(answer, "direct.refactor.answer").path("median").asDouble()).isPositive();
      assertThat(RUNNER_STARTS.matcher(ollama.log()).results().count())
          .as(ollama.log())
          .isEqualTo(1);
      assertThat(ollama.server().loaded()).hasSize(1);
    }
  }

  /// With everything in the person's settings that would lead elsewhere.
  @Test
  void claudeCodeAsksTheServerWhateverElseIsSetAndLeavesNothingBehind() throws Exception {
    try (var machine = PersonsMachine.start(folder, "project");
        var ollama = RealOllama.start(Files.createDirectory(folder.resolve("ollama")))) {
      ollama.buildAgent(ModelName.of("agent"));
      machine.write(
          machine.home().resolve(".claude/settings.json"),
          """
          {"model":"opus","permissions":{"allow":["Bash"]},
           "env":{"ANTHROPIC_BASE_URL":"http://127.0.0.1:9","ANTHROPIC_API_KEY":"sk-ant-made-up"}}
          """);
      machine.environment().put("ANTHROPIC_MODEL", "claude-opus-5-5");

      var outcome =
          machine.switchyardAt(
              ollama.url().toString(),
              "bench",
              "agent",
              "--task",
              "unit-test",
              "--repeats",
              "1",
              "--through-claude",
              "--json");

      assertThat(outcome.exitCode()).as(outcome.output() + outcome.errors()).isZero();
      var answer = new JsonMapper().readTree(outcome.output());
      assertThat(answer.path("claudeVersion").asString()).isEqualTo(RealClaude.VERSION);
      assertThat(figure(answer, "claude.unit-test.wall").path("median").asDouble())
          .isGreaterThan(figure(answer, "claude.unit-test.first-token").path("median").asDouble());
      assertThat(machine.cloud().messages()).isEmpty();
      var state = machine.home().resolve(".local/state/switchyard");
      assertThat(state.resolve("benchmark/project")).doesNotExist();
      assertThat(state.resolve("benchmark")).isDirectoryNotContaining("glob:**proof.txt");
      assertThat(state.resolve("proofs")).isEmptyDirectory();
      assertThat(RUNNER_STARTS.matcher(ollama.log()).results().count()).isEqualTo(1);
    }
  }

  private static JsonNode figure(JsonNode answer, String id) {
    return answer.path("figures").values().stream()
        .filter(one -> one.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " in " + answer));
  }
}
