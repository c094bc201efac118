package dev.switchyard.ui.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

      var report = desk.model.forecast().forecast().report().toOptional().orElseThrow();
      var json = fit(desk, model, context, ram, vram, batch);

      assertThat(json.get("totalBytes").asLong()).isEqualTo(report.need().totalBytes());
      assertThat(json.get("contextLength").asInt()).isEqualTo(report.need().contextLength());
      assertThat(json.get("gpuBytes").asLong()).isEqualTo(report.placement().gpuBytes());
      assertThat(json.get("verdict").asString()).isEqualTo(verdict(report.placement().verdict()));
      assertThat(parts(json)).isEqualTo(parts(report));
    }
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
