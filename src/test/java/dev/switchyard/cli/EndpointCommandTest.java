package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.fake.RecordedEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointCommandTest {
  private static final String NOBODY = "http://127.0.0.1:9";

  @TempDir private Path home;

  private CommandRun endpoint(String... arguments) {
    var all = new ArrayList<>(List.of("endpoint"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--home", home.toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  @Test
  void anEndpointIsAskedWhatItIsKeptAndForgotten() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var added = endpoint("add", "second", server.url() + "/v1", "--json");
      assertThat(added.code()).isZero();
      assertThat(added.err()).contains("/v1");
      assertThat(added.json().path("added").path("kind").asString()).isEqualTo("ollama");
    }
    var gateway =
        endpoint(
            "add", "team", "https://box.lan/llm", "--kind", "gateway", "--token-env", "TEAM_TOKEN");
    assertThat(gateway.code()).isZero();

    var list = endpoint("list", "--json").json().path("endpoints");
    assertThat(list.values().stream().map(one -> one.path("name").asString()))
        .containsExactly("second", "team");
    assertThat(list.path(0).path("loopback").asBoolean()).isTrue();
    assertThat(list.path(0).path("manages").asString()).isEqualTo("everything");
    assertThat(list.path(1).path("token").path("variable").asString()).isEqualTo("TEAM_TOKEN");
    assertThat(endpoint().out()).contains("second", "team", "https://box.lan/llm", "$TEAM_TOKEN");

    assertThat(endpoint("add", "team", "https://other.lan", "--kind", "vllm").code()).isEqualTo(4);
    assertThat(endpoint("add", "team", "https://other.lan", "--kind", "vllm", "--replace").code())
        .isZero();
    assertThat(endpoint("remove", "team", "--json").json().path("removed").asString())
        .isEqualTo("team");
    assertThat(endpoint("remove", "team").code()).isEqualTo(2);
  }

  @Test
  void aKeyIsRefusedAndIsNowhereAfterwards() throws Exception {
    var key = "sk-abcdef0123456789";
    var refused = endpoint("add", "team", "https://box.lan", "--kind", "gateway", "--token", key);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out() + refused.err()).doesNotContain(key);
    var withUser = endpoint("add", "team", "https://me:" + key + "@box.lan", "--kind", "gateway");
    assertThat(withUser.code()).isEqualTo(4);
    assertThat(withUser.out() + withUser.err()).doesNotContain(key);
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContain(key);
      }
    }
    assertThat(home.resolve(".config/switchyard/endpoints.json")).doesNotExist();
  }

  @Test
  void aTokenInClearIsNamed() {
    var added =
        endpoint("add", "t", "http://box.lan:4000", "--kind", "gateway", "--token-env", "T_TOKEN");
    assertThat(added.code()).isZero();
    assertThat(added.err()).contains("http://");
  }

  @Test
  void anAddressIsAskedWhatItIs() throws Exception {
    try (var server = RecordedEndpoint.start("litellm")) {
      var json = endpoint("detect", server.url().toString(), "--json").json();
      assertThat(json.path("kind").asString()).isEqualTo("gateway");
      assertThat(json.path("certainty").asString()).isEqualTo("certain");
      assertThat(json.path("speaksMessages").asBoolean()).isTrue();
      assertThat(json.path("evidence")).isNotEmpty();
      assertThat(json.path("unknown").has("version")).isTrue();
    }
    try (var server = RecordedEndpoint.start("another-program")) {
      var run = endpoint("detect", server.url().toString(), "--json");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.json().has("kind")).isFalse();
      assertThat(endpoint("add", "x", server.url().toString()).code()).isEqualTo(4);
    }
    assertThat(endpoint("detect", NOBODY).code()).isEqualTo(3);
    assertThat(endpoint("add", "x", NOBODY).code()).isEqualTo(3);
    assertThat(endpoint("list", "--json").json().path("endpoints")).isEmpty();
  }

  @Test
  void endpointsAreTestedSideBySide() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      endpoint("add", "second", server.url().toString(), "--kind", "ollama");
      endpoint("add", "away", NOBODY, "--kind", "vllm");
      var run = endpoint("test", "away", "second", "--json");
      assertThat(run.code()).isEqualTo(3);
      var rows = run.json().path("endpoints");
      assertThat(rows.values().stream().map(row -> row.path("name").asString()))
          .as("in the order in which they were named")
          .containsExactly("away", "second");
      assertThat(rows.get(0).path("obstacle").asString()).isEqualTo("refused");
      assertThat(rows.get(0).path("reachable").asBoolean()).isFalse();
      assertThat(rows.get(1).path("verdict").asString()).as(run.out()).isEqualTo("well");
      assertThat(run.json().path("unknown").has("endpoints[1].firstToken")).isTrue();
      assertThat(endpoint("test", "second").code()).isZero();
      assertThat(endpoint("test", "second").out()).contains("Latency", "needs no token");
      assertThat(endpoint("test", "second", "--model", "nobodys").code()).isEqualTo(1);
    }
    assertThat(endpoint("test", "nobody").code()).isEqualTo(2);
    assertThat(endpoint("list", "--first-token").code()).isEqualTo(2);
  }

  @Test
  void theWayToAServerIsToldForEachPlace() {
    var there = endpoint("reach", "ssh", "box");
    assertThat(there.code()).isZero();
    assertThat(there.out()).contains("ssh -R 11434:127.0.0.1:11434 box", "0.0.0.0");
    var container = endpoint("reach", "container", "--json").json();
    assertThat(container.path("candidates").get(1).path("url").asString())
        .isEqualTo("http://host.docker.internal:11434");
    assertThat(endpoint("reach", "moon").code()).isEqualTo(2);
  }

  @Test
  void whatCannotBeMeantDoesNothing() {
    assertThat(endpoint("shuffle").code()).isEqualTo(2);
    assertThat(endpoint("add", "x").code()).isEqualTo(2);
    assertThat(endpoint("list", "--replace").code()).isEqualTo(2);
    assertThat(endpoint("detect").code()).isEqualTo(2);
    assertThat(endpoint("add", "x", NOBODY, "--kind", "tgi").code()).isEqualTo(2);
    assertThat(
            endpoint("add", "x", NOBODY, "--kind", "vllm", "--token", "a", "--token-env", "B")
                .code())
        .isEqualTo(2);
  }
}
