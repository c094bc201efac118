package dev.switchyard.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueScaleTest {
  @Test
  void itBeginsAtZeroUnlessAllIsFarAboveIt() {
    assertThat(ValueScale.of(2, 9).lines()).startsWith(0.0).hasSizeLessThan(8);
    assertThat(ValueScale.of(1_950, 2_450).from()).isEqualTo(1_800);
  }

  @Test
  void itsNumbersHaveTheDigitsOfItsSteps() {
    var scale = ValueScale.of(2.61, 2.74);
    assertThat(scale.text(scale.from(), Locale.ENGLISH)).isEqualTo("2.60");
    assertThat(scale.text(scale.from(), Locale.GERMAN)).isEqualTo("2,60");
    assertThat(ValueScale.of(0, 2_400).text(1_000, Locale.ENGLISH)).isEqualTo("1,000");
  }

  @Test
  void aSingleValueAndNothingAtAllHaveAScaleToo() {
    assertThat(ValueScale.of(7, 7).ratio(7)).isBetween(0.0, 1.0);
    assertThat(ValueScale.of(0, 0).ratio(0)).isZero();
  }

  @Test
  void itHoldsWhatItIsMadeForInAFewRoundSteps() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 1_000; round++) {
      double least = Math.pow(10, random.nextDouble() * 8 - 3);
      double most = least * (1 + random.nextDouble() * 3);
      var scale = ValueScale.of(least, most);
      assertThat(scale.ratio(least)).as("seed %d", seed).isBetween(0.0, 1.0);
      assertThat(scale.ratio(most)).as("seed %d", seed).isBetween(0.0, 1.0);
      assertThat(scale.steps()).as("seed %d", seed).isBetween(1, 7);
    }
  }
}
