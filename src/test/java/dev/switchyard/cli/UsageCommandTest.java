package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.usage.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageCommandTest {
  private static final String NOBODY = "http://127.0.0.1:9";

  @TempDir private Path home;

  private CommandRun usage(String... arguments) {
    var all = new ArrayList<>(List.of("usage"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--home", home.toString(), "--ollama", NOBODY));
    return CommandRun.of(all.toArray(String[]::new));
  }

  @Test
  void whatAProjectHadAnsweredLocallyIsAddedUpAndPriced() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var project = Files.createDirectories(home.resolve("app"));
      var routed =
          CommandRun.of(
              "route",
              "local",
              project.toString(),
              "--model",
              "gemma4:26b",
              "--home",
              home.toString(),
              "--ollama",
              server.url().toString());
      assertThat(routed.code()).as(routed.err()).isZero();
      transcript(project.toRealPath(), "gemma4:26b", 4);
    }
    transcript(Path.of("/srv/elsewhere"), "gone", 2);

    assertThat(usage("price", "set", "claude-sonnet-5", "--in", "3", "--out", "15").code())
        .isEqualTo(2);
    var set =
        usage(
            "price",
            "set",
            "claude-sonnet-5",
            "--in",
            "3",
            "--out",
            "15",
            "--cache-read",
            "0.30",
            "--currency",
            "USD",
            "--json");
    assertThat(set.json().path("prices").path(0).path("cacheRead").asDouble()).isEqualTo(0.3);

    var answer = usage("--json").json();
    assertThat(answer.path("totals").path("local").path("requests").asInt()).isEqualTo(4);
    assertThat(answer.path("totals").path("local").path("inputTokens").asInt()).isEqualTo(4_000);
    assertThat(answer.path("totals").path("notKnown").path("requests").asInt()).isEqualTo(2);
    assertThat(answer.path("notKnown").path(0).path("reason").asString()).contains("An Ollama");
    assertThat(answer.path("rows")).hasSize(2);
    assertThat(answer.path("localInCloud").path("most").asDouble()).isEqualTo(0.0126);
    assertThat(answer.path("localInCloud").path("least").asDouble()).isEqualTo(0.0018);

    assertThat(usage().out()).contains("4,000", "claude-sonnet-5", "0.01 USD", "cache");
    var one = usage("--project", home.resolve("app").toString(), "--by", "model", "--json").json();
    assertThat(one.path("rows")).hasSize(1);
    assertThat(one.path("rows").path(0).path("model").asString()).isEqualTo("gemma4:26b");
    assertThat(usage("--by", "day", "--days", "1").code()).isZero();

    assertThat(usage("price", "list").out()).contains("claude-sonnet-5", "USD");
    assertThat(usage("price", "remove", "--json").json().path("prices")).isEmpty();
    assertThat(usage("price", "remove").code()).isEqualTo(2);
  }

  @Test
  void withoutTranscriptsItSaysSo() {
    var run = usage();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("no answers");
    assertThat(usage("--json").json().path("rows")).isEmpty();
  }

  @Test
  void whatCannotBeMeantIsRefusedAndNothingIsWritten() throws Exception {
    for (var wrong :
        List.of(
            List.of("--days", "0"),
            List.of("--days", "3", "--since", "2026-11-01"),
            List.of("--since", "tomorrow"),
            List.of("--since", "9999-01-01"),
            List.of("--by", "hour"),
            List.of("--in", "3"),
            List.of("cost"),
            List.of("price", "set", "x"),
            List.of("price", "list", "--in", "3"),
            List.of("price", "set", "x", "--in", "-", "--out", "1", "--currency", "USD"))) {
      assertThat(usage(wrong.toArray(String[]::new)).code()).as("%s", wrong).isEqualTo(2);
    }
    var negative = usage("price", "set", "x", "--in=-3", "--out", "1", "--currency", "USD");
    assertThat(negative.code()).isEqualTo(4);
    assertThat(home.resolve(".config/switchyard/prices.json")).doesNotExist();
  }

  @Test
  void pricesThatCannotBeReadAreNotWrittenOver() throws Exception {
    var file = home.resolve(".config/switchyard/prices.json");
    Files.createDirectories(file.getParent());
    for (var broken : List.of("{", "[]", "{\"prices\":{\"*\":3}}", "{\"prices\":3}")) {
      Files.writeString(file, broken);
      assertThat(usage("price", "set", "x", "--in", "3", "--out", "1", "--currency", "USD").code())
          .as(broken)
          .isEqualTo(4);
      assertThat(file).hasContent(broken);
    }
  }

  private void transcript(Path project, String model, int answers) throws IOException {
    var random = new Random(project.hashCode());
    var text = new StringBuilder();
    for (int i = 0; i < answers; i++) {
      text.append(
          Lines.answer(
              Lines.ollamaId(random),
              model,
              project.toString(),
              Instant.now().toString(),
              1_000,
              10));
    }
    var folder = project.toString().replaceAll("[^A-Za-z0-9]", "-");
    var file = home.resolve(".claude/projects").resolve(folder).resolve("s.jsonl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
