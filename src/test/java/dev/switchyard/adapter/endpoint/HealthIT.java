package dev.switchyard.adapter.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.RecordedEndpoint;
import dev.switchyard.real.RealLlamaServer;
import dev.switchyard.real.RealOllama;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Real servers, and a gateway as it was recorded, side by side.
class HealthIT {
  @TempDir private Path home;

  private CommandRun endpoint(String... arguments) {
    var all = new ArrayList<>(List.of("endpoint"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--home", home.resolve("own").toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private Path folder(String name) throws Exception {
    return Files.createDirectories(home.resolve(name));
  }

  @Test
  void realServersAreComparedSideBySide() throws Exception {
    try (var first = RealOllama.start(folder("first"));
        var second = RealOllama.start(folder("second"));
        var llama = RealLlamaServer.start(folder("llama"), "--api-key", "nobodys");
        var gateway = RecordedEndpoint.start("litellm-without-key")) {
      first.buildAgent(ModelName.of("agent"));
      assertThat(endpoint("add", "one", first.url().toString()).code()).isZero();
      assertThat(endpoint("add", "two", second.url().toString()).code()).isZero();
      endpoint("add", "shut", llama.url().toString(), "--kind", "llama-server");
      endpoint("add", "team", gateway.url().toString(), "--kind", "gateway");

      var run =
          endpoint(
              "test", "one", "two", "shut", "team", "--model", "agent", "--first-token", "--json");
      var rows = run.json().path("endpoints");
      assertThat(rows.values().stream().map(row -> row.path("name").asString()))
          .containsExactly("one", "two", "shut", "team");
      assertThat(run.code()).isEqualTo(1);
      well(rows.get(0));
      assertThat(rows.get(1).path("models").get(0).path("presence").asString())
          .isEqualTo("missing");
      assertThat(rows.get(1).path("firstToken").isMissingNode()).isTrue();
      assertThat(rows.get(2).path("admitted").asString()).isEqualTo("no");
      assertThat(rows.get(3).path("admitted").isMissingNode()).as("not guessed").isTrue();

      var again = endpoint("test", "one", "--model", "agent", "--first-token", "--json").json();
      assertThat(again.path("endpoints").get(0).path("firstToken").path("loadedBefore").asBoolean())
          .isTrue();
    }
  }

  private static void well(JsonNode row) {
    assertThat(row.path("verdict").asString()).as(row.toString()).isEqualTo("well");
    assertThat(row.path("admitted").asString()).isEqualTo("not-asked");
    assertThat(row.path("latency").path("medianMillis").asDouble()).isPositive();
    assertThat(row.path("latency").path("connectionKept").asBoolean()).isTrue();
    assertThat(row.path("firstToken").path("millis").asDouble()).isPositive();
    assertThat(row.path("firstToken").path("loadedBefore").asBoolean()).isFalse();
  }

  @Test
  void theTokenOpensTheRealLlamaServerAndIsNowhereInTheAnswer() throws Exception {
    try (var llama = RealLlamaServer.start(folder("llama"), "--api-key", "nobodys")) {
      endpoint(
          "add", "box", llama.url().toString(), "--kind", "llama-server", "--token", "nobodys");
      var run = endpoint("test", "box", "--model", "whatever", "--first-token", "--json");
      var row = run.json().path("endpoints").get(0);
      assertThat(row.path("admitted").asString()).as(run.out()).isEqualTo("yes");
      assertThat(row.path("models").get(0).path("presence").asString())
          .isEqualTo("answers-every-name");
      assertThat(row.path("firstToken").path("millis").asDouble()).isPositive();
      assertThat(run.code()).isZero();
      assertThat(run.out() + run.err()).doesNotContain("nobodys");
    }
  }
}
