package dev.switchyard.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.FixedMemory;
import org.junit.jupiter.api.Test;

class ModelSuggestionTest {
  private static final long GIB = 1L << 30;

  @Test
  void followsTheGuideWhereItSpeaksOfSuchAMachine() {
    assertThat(suggested(FixedMemory.of(16 * GIB, 24 * GIB))).isEqualTo("gemma4:26b");
    assertThat(suggested(FixedMemory.of(64 * GIB, 12 * GIB))).isEqualTo("gemma4");
    assertThat(suggested(FixedMemory.of(64 * GIB, 4 * GIB))).isEqualTo("gemma4:e2b");
    assertThat(suggested(FixedMemory.unified(36 * GIB))).isEqualTo("gemma4:26b");
  }

  @Test
  void theLargestOfSeveralGpusDecides() {
    assertThat(suggested(FixedMemory.of(16 * GIB, 8 * GIB, 24 * GIB))).isEqualTo("gemma4:26b");
  }

  /// The guide names a Mac with 16 GB for 26b, whose file alone has 18 GB.
  @Test
  void doesNotBelieveTheGuideAgainstArithmetic() {
    assertThat(suggested(FixedMemory.unified(16 * GIB))).isEqualTo("gemma4");
  }

  @Test
  void withoutAGpuTheGuideSaysNothingAndTheSmallOnesAreSuggested() {
    var suggestion = ModelSuggestion.of(FixedMemory.of(128 * GIB).read());

    assertThat(suggestion.sentence().key()).isEqualTo("setup.model.suggestion-own");
    assertThat(suggestion.modelName()).isEqualTo("gemma4");
    assertThat(suggested(FixedMemory.of(8 * GIB))).isEqualTo("gemma4:e2b");
  }

  private static String suggested(FixedMemory memory) {
    return ModelSuggestion.of(memory.read()).modelName();
  }
}
