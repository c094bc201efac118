package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.file.BenchmarkFile;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.benchmark.JsonExport;
import dev.switchyard.fake.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
  @TempDir private Path home;

  @Test
  void figuresAreToldKeptAndShownAgain() throws Exception {
    try (var ollama = SimulatedOllama.start(Setup.instant())) {
      var url = ollama.url().toString();
      var run = run(url, "gemma4-claude", "--task", "explain,refactor", "--repeats", "2", "--json");

      assertThat(run.code()).as(run.err()).isZero();
      var answer = run.json();
      assertThat(answer.path("model").asString()).isEqualTo("gemma4-claude");
      assertThat(answer.path("contextLength").asInt()).isEqualTo(65_536);
      assertThat(answer.path("complete").asBoolean()).isTrue();
      assertThat(answer.path("regressions").isEmpty()).isTrue();
      assertThat(answer.path("guide").path("machines")).hasSize(3);
      assertThat(answer.path("guide").path("machines").get(0).path("seconds").path("explain"))
          .hasToString("6.0");
      var ids =
          answer.path("figures").values().stream().map(one -> one.path("id").asString()).toList();
      assertThat(ids)
          .contains("server.prefill-2k", "server.prefill-16k", "server.prefix-cache")
          .contains("direct.explain.wall", "direct.refactor.first-token")
          .doesNotContain("direct.generate.wall", "claude.explain.wall");
      assertThat(answer.path("figures").get(0).path("runs")).isNotEmpty();
      assertThat(run.err())
          .contains("1/12 Loading the model", "3/12 Reading 2,000 tokens, run 1 of 2", "12/12 ");
      assertThat(home.resolve(".local/state/switchyard/benchmarks.json")).exists();

      var kept = run(url, "--history", "--json");
      assertThat(kept.json().path("benchmarks")).hasSize(1);
      var stored = new BenchmarkFile(home.resolve(".local/state/switchyard")).load();
      assertThat(new JsonMapper().readTree(JsonExport.text(stored, Message::key)))
          .as("the window exports the same")
          .isEqualTo(kept.json());
      assertThat(run(url, "qwen3:8b", "--history", "--json").json().path("benchmarks")).isEmpty();
      var csv = run(url, "gemma4-claude", "--history", "--csv").out().lines().toList();
      assertThat(csv.getFirst()).startsWith("at,model,digest,contextLength,server");
      assertThat(csv).hasSize(1 + ids.size()).anyMatch(line -> line.contains(",explain,wall,s,"));
    }
  }

  @Test
  void aPersonReadsATableBesideTheGuides() throws Exception {
    try (var ollama = SimulatedOllama.start(Setup.instant())) {
      var run = run(ollama.url().toString(), "gemma4-claude", "--task", "explain");
      assertThat(run.out())
          .contains("Median", "Explain a 200-line file: in all", "RTX 4090 24GB", "~2.5 s");
    }
  }

  @Test
  void whatIsNoOllamaIsRefusedAndNobodyIsNotReachable() throws Exception {
    try (var server = RawServer.closingAfter("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{")) {
      assertThat(run(server.url().toString(), "gemma4-claude", "--json").code()).isEqualTo(4);
      server.assertLeftAlone();
    }
    assertThat(run("http://127.0.0.1:9", "gemma4-claude", "--json").code()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gemma4-claude --task sing",
        "gemma4-claude --repeats 0",
        "gemma4-claude --repeats 99",
        "gemma4-claude --limit 0",
        "gemma4-claude --csv --json",
        "a//b",
        "",
      })
  void whatCannotBeMeantIsWrongUsage(String words) throws Exception {
    assertThat(run("http://127.0.0.1:9", words.isEmpty() ? new String[0] : words.split(" ")).code())
        .isEqualTo(2);
    assertThat(Files.exists(home.resolve(".local/state/switchyard/benchmarks.json"))).isFalse();
  }

  private CommandRun run(String url, String... words) {
    var all = new ArrayList<String>(List.of("bench"));
    all.addAll(List.of(words));
    all.addAll(List.of("--home", home.toString(), "--ollama", url));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
