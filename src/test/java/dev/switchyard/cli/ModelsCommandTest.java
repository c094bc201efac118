package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  @TempDir Path home;

  @Test
  void tellsOfEachModelWhetherItCanDriveClaudeCode() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var run = models(server, "--json");

      assertThat(run.code()).isZero();
      var models = run.json().get("models");
      assertThat(models.size()).isEqualTo(6);
      var variant = models.get(0);
      assertThat(variant.get("name").asString()).isEqualTo("gemma4-claude");
      assertThat(variant.get("contextLength").asInt()).isEqualTo(262_144);
      assertThat(variant.get("configuredContextLength").asInt()).isEqualTo(65_536);
      assertThat(variant.get("readyForClaudeCode").asBoolean()).isTrue();
      assertThat(variant.get("capabilities").toString()).contains("\"tools\"");
      var base = models.get(1);
      assertThat(base.get("readyForClaudeCode").asBoolean()).isFalse();
      assertThat(base.get("reason").asString()).contains("variant");
      assertThat(base.has("configuredContextLength")).isFalse();
      assertThat(run.json().get("unknown").get("models[1].configuredContextLength").asString())
          .contains("num_ctx");
    }
  }

  @Test
  void printsATable() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      assertThat(models(server).out())
          .startsWith("MODEL")
          .contains("gemma4-claude", "16.8 GiB", "64K", "256K");
    }
  }

  @Test
  void anAddressIsCompletedAndItsV1LeftOutWithANote() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var bare = server.url().uri().getAuthority() + "/v1/";
      var run = CommandRun.of("models", "--json", "--home", home.toString(), "--ollama", bare);

      assertThat(run.json().get("models").size()).isEqualTo(6);
      assertThat(run.err()).contains("/v1");
    }
  }

  @Test
  void aServerThatIsAwayIsAnAnswerNotAFailure() throws Exception {
    var server = SimulatedOllama.start(Setup.instant());
    server.close();

    var run = models(server, "--json");

    assertThat(run.code()).isZero();
    assertThat(run.json().has("models")).isFalse();
    assertThat(run.json().get("unknown").get("models").asString()).contains("Start Ollama");
    assertThat(run.err()).contains("Start Ollama");
  }

  private CommandRun models(SimulatedOllama server, String... more) {
    var arguments = new ArrayList<String>();
    arguments.add("models");
    arguments.addAll(List.of("--home", home.toString(), "--ollama", server.url().toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
