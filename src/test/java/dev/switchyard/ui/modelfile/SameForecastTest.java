package dev.switchyard.ui.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Prediction;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.truth.Lesson;
import dev.switchyard.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The editor and `switchyard fit` are two views of one forecast.
class SameForecastTest {
  private static final long GIB = 1L << 30;

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "gemma4:26b, 65536, 64, 24, 0",
    "gemma4:26b, 262144, 64, 24, 0",
    "gemma4:26b, 65536, 16, 0, 0",
    "gemma4:26b, 131072, 32, 12, 512",
    "gemma4, 65536, 16, 8, 0",
    "gemma4, 131072, 64, 48, 1024",
  })
  void areTheSameNumbers(String model, int context, long ram, long vram, int batch) {
    try (var desk = Desk.shown(home)) {
      desk.document.setBase(model);
      desk.model.setContext(context);
      if (batch > 0) {
        desk.document.setParameter("num_batch", String.valueOf(batch));
      }
      desk.model.machine().choose(machine(ram, vram));

      assertSame(desk, fit(desk, model, context, ram, vram, batch));
    }
  }

  /// A process as Ollama starts it shows the server's environment; both take it from there, and
  /// what an earlier load has taught.
  @Test
  @EnabledOnOs(OS.LINUX)
  void areTheSameWithTheServersSettingsAndWhatWasLearned() throws Exception {
    try (var desk = Desk.shown(home)) {
      var name = ModelName.of("gemma4:26b");
      desk.server().load(name, ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
      var description = desk.server().describe(name);
      var blob = Modelfile.parse(description.modelfile()).from().orElseThrow().value();
      var runner = runner(blob);
      try {
        desk.document.setBase("gemma4:26b");
        desk.model.setContext(131_072);
        desk.model.machine().choose(machine(64, 24));
        desk.tasks.turn();
        var before = report(desk);
        assertThat(before.options().kvType()).isEqualTo(KvType.Q8_0);
        assertThat(before.options().slots()).isEqualTo(2);
        learn(desk, description.shape(), before);
        desk.model.setContext(65_536);

        var json = fit(desk, "gemma4:26b", 65_536, 64, 24, 0);

        assertSame(desk, json);
        assertThat(json.get("kvCacheType").asString()).isEqualTo("q8_0");
        assertThat(json.get("slots").asInt()).isEqualTo(2);
        assertThat(parts(json)).anyMatch(part -> part.startsWith("learned "));
        assertThat(json.get("notes").toString()).contains("as the server runs gemma4:26b now");
      } finally {
        runner.destroyForcibly().waitFor();
      }
    }
  }

  /// Waits for a line that never comes.
  private Process runner(String blob) throws IOException {
    var program = home.resolve("ollama/llama-server");
    Files.createDirectories(program.getParent());
    Files.createSymbolicLink(program, Path.of("/bin/sh"));
    var script = Files.writeString(home.resolve("wait.sh"), "read line\n");
    var started =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(program.toString(), script.toString(), "--model", blob),
                    Stream.of(
                        "--port 40001 -c 262144 -np 2 -ub 512 --cache-type-k q8_0".split(" ")))
                .toList());
    return started.start();
  }

  private static void learn(Desk desk, ModelShape shape, FitReport report) throws Exception {
    var seen = new Prediction(report.engine(), shape, report.options(), true, report.need());
    desk.lessons.learn(
        Lesson.of(seen, "gemma4:26b", report.need().totalBytes() + (10L << 20), Instant.EPOCH));
  }

  private static FitReport report(Desk desk) {
    return desk.model.forecast().forecast().report().toOptional().orElseThrow();
  }

  private static void assertSame(Desk desk, JsonNode json) {
    var report = report(desk);
    assertThat(json.get("totalBytes").asLong()).isEqualTo(report.need().totalBytes());
    assertThat(json.get("contextLength").asInt()).isEqualTo(report.need().contextLength());
    assertThat(json.get("gpuBytes").asLong()).isEqualTo(report.placement().gpuBytes());
    assertThat(json.get("gpuLayers").asInt()).isEqualTo(report.placement().gpuLayers());
    assertThat(json.get("verdict").asString()).isEqualTo(verdict(report.placement().verdict()));
    assertThat(parts(json)).isEqualTo(parts(report));
    assertThat(json.get("fitsUpToContextLength").asInt())
        .isEqualTo(report.reach().whole().toOptional().orElseThrow());
    assertThat(json.get("alternatives").size()).isEqualTo(report.alternatives().size());
    var models = new ArrayList<String>();
    json.get("smallerModels")
        .forEach(other ->
            models.add(other.get("model").asString() + " " + other.get("savedBytes").asLong()));
    assertThat(models)
        .isEqualTo(
            desk.model.forecast().forecast().smaller().stream()
                .map(other -> other.name().shortText() + " " + other.savedBytes())
                .toList());
  }

  private static OtherMachine machine(long ram, long vram) {
    return new OtherMachine(ram * GIB, vram > 0 ? List.of(vram * GIB) : List.<Long>of(), false);
  }

  private JsonNode fit(Desk desk, String model, int context, long ram, long vram, int batch) {
    var arguments =
        new ArrayList<>(
            List.of("fit", model, "--json", "--home", home.toString(), "--ollama", desk.url()));
    arguments.addAll(List.of("--context", String.valueOf(context)));
    arguments.addAll(List.of("--ram", ram + "G", "--vram", vram + "G"));
    if (batch > 0) {
      arguments.addAll(List.of("--num-batch", String.valueOf(batch)));
    }
    return CommandRun.of(arguments.toArray(String[]::new)).json();
  }

  private static String verdict(Known<Verdict> known) {
    return known.toOptional().orElseThrow().wireName();
  }

  private static List<String> parts(FitReport report) {
    var texts = new Texts(Locale.ENGLISH);
    return report.need().parts().stream()
        .map(part ->
            part.name().wireName() + " " + part.bytes() + " " + texts.text(part.assumption()))
        .toList();
  }

  private static List<String> parts(JsonNode json) {
    var found = new ArrayList<String>();
    for (var part : json.get("parts")) {
      found.add(
          part.get("name").asString()
              + " "
              + part.get("bytes").asLong()
              + " "
              + part.get("assumption").asString());
    }
    return found;
  }
}
