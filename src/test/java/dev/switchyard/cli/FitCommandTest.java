package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitCommandTest {
  private static final String SHAPE =
      """
      {"model_info":{"general.architecture":"llama","llama.block_count":8,"llama.embedding_length":512,
       "llama.attention.head_count":8,"llama.attention.head_count_kv":4,"llama.attention.key_length":64,
       "llama.attention.value_length":64,"llama.feed_forward_length":1024,"llama.context_length":131072},
       "file_size":1073741824,"tensors":[]}
      """;

  @TempDir Path home;

  @Test
  void answersForAShapeAndOtherHardwareWithoutAServer() throws Exception {
    var run =
        fit(
            "--shape",
            shape(),
            "--context",
            "64K",
            "--engine",
            "0.32.15",
            "--vram",
            "0",
            "--ram",
            "24G");

    assertThat(run.code()).isZero();
    var json = run.json();
    assertThat(json.get("contextLength").asInt()).isEqualTo(65_536);
    assertThat(json.get("engine").asString()).isEqualTo("0.32.15");
    assertThat(json.get("verdict").asString()).isEqualTo("fits");
    assertThat(json.get("recommendedContextLength").asInt()).isEqualTo(131_072);
    assertThat(json.get("parts").get(1).get("name").asString()).isEqualTo("kv");
    assertThat(json.get("parts").get(1).get("bytes").asLong()).isEqualTo(512L << 20);
    long sum = 0;
    for (var part : json.get("parts")) {
      sum += part.get("bytes").asLong();
      assertThat(part.get("assumption").asString()).isNotBlank();
    }
    assertThat(json.get("totalBytes").asLong()).isEqualTo(sum);
  }

  @ParameterizedTest
  @CsvSource({
    "24G, 24G, fits, 0",
    "24G, 2048M, splits, 1",
    "1G, 0, swaps, 1",
    "512M, 0, cannot-load, 1"
  })
  void onlyWhatFitsEndsWithZero(String ram, String vram, String verdict, int code)
      throws Exception {
    var run = fit("--shape", shape(), "--engine", "0.32.15", "--vram", vram, "--ram", ram);

    assertThat(run.json().get("verdict").asString()).isEqualTo(verdict);
    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void aContextOverTheTrainedMaximumIsAnsweredForThatMaximum() throws Exception {
    var run =
        fit(
            "--shape",
            shape(),
            "--engine",
            "0.25.0",
            "--context",
            "1M",
            "--vram",
            "0",
            "--ram",
            "64G");

    assertThat(run.json().get("contextLength").asInt()).isEqualTo(131_072);
  }

  @Test
  void aMeasuredRowBringsItsOwnWayOfLoading() throws Exception {
    var row =
        SHAPE
            .strip()
            .replaceFirst(
                "\\{", "{\"num_ctx\":16384,\"num_parallel\":2,\"kv_cache_type\":\"q8_0\",");
    var file = Files.writeString(home.resolve("row.json"), row).toString();

    var asRecorded = fit("--shape", file, "--engine", "0.32.15", "--vram", "0", "--ram", "24G");
    var otherwise =
        fit(
            "--shape",
            file,
            "--engine",
            "0.32.15",
            "--vram",
            "0",
            "--ram",
            "24G",
            "--slots",
            "1",
            "--kv",
            "f16",
            "--batch",
            "512",
            "--context",
            "32K");

    // 8 layers, 4 heads of 64 for keys and for values: 8 KiB a token at two bytes each.
    assertThat(asRecorded.json().get("contextLength").asInt()).isEqualTo(16_384);
    assertThat(asRecorded.json().get("parts").get(1).get("bytes").asLong())
        .isEqualTo(2L * 16_384 * 8192 / 64 * 34);
    assertThat(otherwise.json().get("contextLength").asInt()).isEqualTo(32_768);
    assertThat(otherwise.json().get("batch").asInt()).isEqualTo(512);
    assertThat(otherwise.json().get("parts").get(1).get("bytes").asLong())
        .isEqualTo(32_768L * 8192);
    assertThat(fit("--shape", file.replace("row", "none")).code()).isEqualTo(2);
  }

  @Test
  void asksTheServerForAModelAndItsOwnContext() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var run =
          fit(
              "gemma4-claude",
              "--ollama",
              server.url().toString(),
              "--vram",
              "40G",
              "--ram",
              "24G");

      assertThat(run.json().get("model").asString()).isEqualTo("gemma4-claude");
      assertThat(run.json().get("contextLength").asInt()).isEqualTo(65_536);
      assertThat(run.json().get("engine").asString()).isEqualTo("0.33.0");
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void printsATableForPeople() throws Exception {
    var run =
        CommandRun.of(
            "fit",
            "--home",
            home.toString(),
            "--shape",
            shape(),
            "--engine",
            "0.32.15",
            "--vram",
            "0",
            "--ram",
            "24G");

    assertThat(run.out()).contains("KV cache", "512 MiB", "Fits in RAM.");
  }

  @Test
  void endsWithTheCodesOfTheContract() throws Exception {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var url = server.url().toString();
      assertThat(fit().code()).isEqualTo(2);
      assertThat(fit("a", "--shape", shape()).code()).isEqualTo(2);
      assertThat(fit("--shape", shape(), "--ram", "much").code()).isEqualTo(2);
      assertThat(fit("--shape", shape(), "--engine", "soon").code()).isEqualTo(2);
      assertThat(fit("--shape", home.resolve("absent").toString()).code()).isEqualTo(2);
      assertThat(fit("no-such-model", "--ollama", url).code()).isEqualTo(2);
      assertThat(fit("gemma4", "--ollama", "http://127.0.0.1:9").code()).isEqualTo(3);
      assertThat(fit("--shape", Files.writeString(home.resolve("bad"), "{").toString()).code())
          .isEqualTo(4);
    }
  }

  private CommandRun fit(String... arguments) {
    var all = new ArrayList<>(List.of("fit", "--json", "--home", home.toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private String shape() throws Exception {
    return Files.writeString(home.resolve("shape.json"), SHAPE).toString();
  }
}
