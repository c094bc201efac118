package dev.switchyard.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.ServedOllama;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmallerModelsTest {
  private static final long GIB = 1L << 30;
  private static final ModelShape ASKED =
      Catalogue.find(ModelName.of("gemma4:31b")).orElseThrow().shape().orElseThrow();

  @RegisterExtension private final ServedOllama ollama = new ServedOllama();

  @Test
  void thereIsNoneForOneThatFits() {
    assertThat(than(Hardware.of(64 * GIB, 80 * GIB), 65_536)).isEmpty();
  }

  @Test
  void theLargestThatFitsFirstOfWhatIsPulled() {
    var hardware = Hardware.of(64 * GIB, 24 * GIB);
    var found = than(hardware, 65_536);

    assertThat(found)
        .isNotEmpty()
        .allSatisfy(other -> {
          assertThat(other.fits()).isTrue();
          assertThat(other.savedBytes()).isPositive();
          assertThat(other.downloadBytes() > 0).isEqualTo(!other.pulled());
        });
    assertThat(found.getFirst().name().shortText()).isEqualTo("gemma4:26b");
    assertThat(found.getFirst().pulled()).isTrue();
    assertThat(asked(hardware, 65_536).need().totalBytes())
        .isEqualTo(found.getFirst().totalBytes() + found.getFirst().savedBytes());
  }

  /// One that was trained for less is no answer to a longer context.
  @Test
  void noneIsClamped() {
    assertThat(than(Hardware.of(24 * GIB, 0), 262_144))
        .extracting(other -> other.name().shortText())
        .doesNotContain("gemma4", "gemma4:e2b");
  }

  @Test
  void withoutAServerTheCatalogueIsLeft() {
    ollama.simulated().close();
    assertThat(than(Hardware.of(64 * GIB, 24 * GIB), 65_536))
        .singleElement()
        .satisfies(other -> {
          assertThat(other.name().shortText()).isEqualTo("gemma4:26b");
          assertThat(other.pulled()).isFalse();
        });
  }

  private List<SmallerModel> than(Hardware hardware, int context) {
    var estimator = new FitEstimator(Version.of(0, 32, 15), hardware);
    return new SmallerModels(ollama.server()).than(asked(hardware, context), ASKED, estimator);
  }

  private static FitReport asked(Hardware hardware, int context) {
    return new FitEstimator(Version.of(0, 32, 15), hardware)
        .estimate(ASKED, LoadOptions.of(context))
        .toOptional()
        .orElseThrow();
  }
}
