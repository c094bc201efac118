package dev.switchyard.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.fake.FixedMemory;
import dev.switchyard.fake.ServedOllama;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitsMachineTest {
  private static final long GIB = 1L << 30;

  @RegisterExtension private final ServedOllama ollama = new ServedOllama();

  @Test
  void everyEntrySaysWhereItsFiguresAreFrom() {
    assertThat(Catalogue.withCloud())
        .hasSizeGreaterThan(12)
        .allSatisfy(entry -> {
          assertThat(entry.sources())
              .isNotEmpty()
              .allSatisfy((_, source) -> assertThat(source).isNotBlank());
          if (entry.bytes() > 0) {
            assertThat(entry.sources()).containsKey("bytes");
          }
          if (entry.shape().isPresent()) {
            assertThat(entry.sources()).containsKeys("bytes", "shape");
          }
        });
  }

  /// As the guide says it, but computed.
  @ParameterizedTest
  @CsvSource({
    "64, 48, gemma4:31b, gpu",
    "64, 24, gemma4:26b, gpu",
    "64, 16, gemma4, gpu",
    "128, 0, gemma4:26b, ram",
    "16, 0, gemma4, ram",
    "64, 4, gemma4:e2b, split",
  })
  void theBestIsTheStrongestThatFits(long ram, long vram, String name, String why) {
    var best = BestModel.of(rows(Hardware.of(ram * GIB, vram * GIB))).orElseThrow();

    assertThat(best.entry().name().shortText()).isEqualTo(name);
    assertThat(best.why().key()).isEqualTo("models.best." + why);
  }

  @Test
  void whatIsTooLargeIsNeverTheBest() {
    assertThat(BestModel.of(rows(Hardware.of(GIB, 0)))).isEmpty();
  }

  @Test
  void theMeasuredShapeTakesThePlaceOfTheCatalogues() {
    var rows = rows(Hardware.of(64 * GIB, 24 * GIB));

    assertThat(row(rows, "gemma4:26b").installed()).isTrue();
    assertThat(row(rows, "gemma4:26b").sentence().key()).isEqualTo("fit.sentence.fitsGpu");
    assertThat(row(rows, "gemma4:31b").installed()).isFalse();
    assertThat(row(rows, "gemma4:31b").sentence().key()).isEqualTo("models.verdict.before-pull");
  }

  @Test
  void whereTheShapeIsNotKnownItSaysAboutAndACloudHasNoVerdict() {
    var rows = rows(Hardware.of(64 * GIB, 24 * GIB));

    assertThat(row(rows, "qwen3.5").sentence().key()).isEqualTo("models.verdict.about.fits");
    assertThat(row(rows, "glm-4.7-flash").sentence().key())
        .isIn("models.verdict.about.fits", "models.verdict.about.splits");
    assertThat(row(rows, "glm-4.7:cloud").claim().verdict().toOptional()).isEmpty();
  }

  @Test
  void answersWithoutAServerToo() {
    ollama.simulated().close();

    assertThat(rows(Hardware.of(64 * GIB, 24 * GIB))).noneMatch(FitsMachine.Row::installed);
  }

  @Test
  void theGuidesModelsAreComputedWithoutAServerTheStrongestFirst() throws PortException {
    ollama.simulated().close();
    var memory = new ServerMemory(ollama.server(), FixedMemory.of(64 * GIB, 24 * GIB));

    var rows = new FitsMachine(ollama.server(), memory, Correction.NONE).guide();

    assertThat(rows)
        .extracting(row -> row.entry().name().shortText())
        .containsExactly("gemma4:31b", "gemma4:26b", "gemma4", "gemma4:e2b");
    assertThat(rows).allMatch(row -> row.report().isPresent() && !row.installed());
    assertThat(BestModel.of(rows).orElseThrow().entry()).isEqualTo(rows.get(1).entry());
  }

  private List<FitsMachine.Row> rows(Hardware hardware) {
    var memory = new ServerMemory(ollama.server(), FixedMemory.of(64 * GIB));
    return new FitsMachine(ollama.server(), memory, Correction.NONE).available(hardware);
  }

  private static FitsMachine.Row row(List<FitsMachine.Row> rows, String name) {
    return rows.stream()
        .filter(row -> row.entry().name().shortText().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
