package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
  @TempDir Path home;

  @Test
  void tellsTheMachinesMemoryAndTheReasonForWhatItCannotSee() {
    var run = status("127.0.0.1:1");

    assertThat(run.code()).isZero();
    var memory = run.json().get("memory");
    assertThat(memory.get("totalBytes").asLong()).isGreaterThan(1L << 28);
    assertThat(memory.get("usedBytes").asLong()).isBetween(1L, memory.get("totalBytes").asLong());
    assertThat(run.json().has("gpus") || run.json().get("unknown").has("gpus")).isTrue();
  }

  @Test
  void withoutAServerItSaysSoAndStillAnswersTheRest() {
    var json = status("127.0.0.1:1").json();

    assertThat(json.get("ollama").get("state").asString()).isIn("stopped", "missing");
    assertThat(json.get("ollama").get("url").asString()).isEqualTo("http://127.0.0.1:1");
    assertThat(json.get("ollama").has("version")).isFalse();
    assertThat(json.get("unknown").get("ollama.version").asString()).isNotBlank();
    assertThat(json.get("unknown").get("loaded").asString()).isNotBlank();
    assertThat(json.get("defaultRoute").asString()).isEqualTo("cloud");
  }

  @Test
  void tellsWhatIsLoaded() throws Exception {
    try (var simulated = SimulatedOllama.start(Setup.instant());
        var server = new OllamaServer(simulated.url())) {
      server.load(
          ModelName.of("gemma4-claude"), ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);

      var json = status(simulated.url().toString()).json();

      assertThat(json.get("ollama").get("state").asString()).isEqualTo("running");
      assertThat(json.get("ollama").get("version").asString()).isEqualTo("0.33.0");
      var loaded = json.get("loaded").get(0);
      assertThat(loaded.get("model").asString()).isEqualTo("gemma4-claude");
      assertThat(loaded.get("contextLength").asInt()).isEqualTo(65_536);
      assertThat(loaded.get("bytes").asLong()).isGreaterThan(1L << 30);
      assertThat(loaded.get("expiresAt").asString()).startsWith("20");
      // Nothing of the simulated server's is seen from outside.
      assertThat(json.has("work")).isFalse();
      assertThat(json.get("unknown").get("work").asString()).isNotBlank();
    }
  }

  @Test
  void theDefaultRouteIsThePersonsOwn() throws Exception {
    Files.createDirectories(home.resolve(".claude"));
    Files.writeString(
        home.resolve(".claude/settings.json"),
        "{\"env\": {\"ANTHROPIC_BASE_URL\": \"http://localhost:11434\"}}");

    assertThat(status("127.0.0.1:1").json().get("defaultRoute").asString()).isEqualTo("local");
  }

  @Test
  void theTextSaysTheSame() throws Exception {
    try (var simulated = SimulatedOllama.start(Setup.instant())) {
      var run =
          CommandRun.of(
              "status", "--home", home.toString(), "--ollama", simulated.url().toString());

      assertThat(run.code()).isZero();
      assertThat(run.out())
          .contains("Ollama 0.33.0 is running at " + simulated.url())
          .contains("No model is in memory.")
          .contains("Default route: cloud");
    }
  }

  @Test
  void sharedOptionsMayStandBeforeTheCommand() {
    assertThat(CommandRun.of("--json", "--home", home.toString(), "status").json().has("memory"))
        .isTrue();
  }

  @Test
  void anAddressThatIsNoneIsWrongUsage() {
    var run = CommandRun.of("status", "--ollama", "ftp://x", "--home", home.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("ftp://x");
  }

  private CommandRun status(String server) {
    return CommandRun.of("status", "--json", "--home", home.toString(), "--ollama", server);
  }
}
