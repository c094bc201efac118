package dev.switchyard.ui.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextScaleTest {
  private final ContextScale scale = new ContextScale(262_144);

  @Test
  void everyDoublingTakesTheSameWay() {
    assertThat(scale.position(4096)).isZero();
    assertThat(scale.position(65_536)).isEqualTo(4);
    assertThat(scale.length()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {4096, 8192, 65_536, 131_072, 262_144})
  void aStopIsHitFromNearby(int stop) {
    double position = scale.position(stop);
    assertThat(scale.tokens(position)).isEqualTo(stop);
    assertThat(scale.tokens(Math.max(0, position - 0.07))).isEqualTo(stop);
  }

  @Test
  void betweenStopsThereAreWholeThousands() {
    assertThat(scale.tokens(4.5) % 1024).isZero();
    assertThat(scale.tokens(4.5)).isBetween(90_000, 95_000);
  }

  @Test
  void anOddTrainedMaximumIsTheLastStop() {
    assertThat(new ContextScale(40_960).stops())
        .containsExactly(4096, 8192, 16_384, 32_768, 40_960);
    assertThat(new ContextScale(40_960).tokens(99)).isEqualTo(40_960);
  }
}
