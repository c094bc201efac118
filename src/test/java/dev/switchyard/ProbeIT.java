package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.VerdictTable;
import dev.switchyard.real.RealOllama;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The matrix of the real server, with the model that calls tools and answers `ok`.
class ProbeIT {
  private static final ModelName AGENT = ModelName.of("agent");

  @TempDir Path temporary;

  @Test
  void theToolRoundTripAndThePrefixCacheAreReallyMeasured() throws Exception {
    try (var ollama = RealOllama.start(Files.createDirectory(temporary.resolve("ollama")))) {
      ollama.buildAgent(AGENT);

      var run =
          CommandRun.of(
              "probe",
              "agent",
              "--json",
              "--home",
              temporary.resolve("home").toString(),
              "--ollama",
              ollama.url().toString());

      assertThat(run.code()).as(run.err()).isZero();
      var json = run.json();
      assertThat(verdicts(json)).isEqualTo(VerdictTable.lines(VerdictTable.Column.AGENT));
      assertThat(json.get("changedSinceGuide").values())
          .extracting(JsonNode::asString)
          .containsExactly("prompt-caching");
      assertThat(probe(json, "tool-result").get("evidence").get(1).get("sent").asString())
          .contains("tool_result", "echo it works");
      assertThat(probe(json, "prompt-caching").get("evidence").size())
          .as("two beginnings, each asked twice")
          .isGreaterThanOrEqualTo(4);
      assertThat(ollama.server().loaded())
          .as("loaded once, with its own options")
          .extracting(LoadedModel::contextLength)
          .containsExactly(65_536);
      assertThat(
              ollama.log().lines().filter(line -> line.contains("loading model via llama-server")))
          .hasSize(1);
    }
  }

  private static JsonNode probe(JsonNode json, String id) {
    return json.get("probes").values().stream()
        .filter(probe -> probe.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String verdicts(JsonNode json) {
    return json.get("probes").values().stream()
        .map(probe -> probe.get("id").asString() + " " + probe.get("verdict").asString())
        .collect(Collectors.joining("\n"));
  }
}
