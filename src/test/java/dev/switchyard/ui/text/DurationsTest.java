package dev.switchyard.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DurationsTest {
  private final Texts texts = new Texts(Locale.ENGLISH);

  @Test
  void aTimeLeftIsToldOnlyWhereTheLastTimeIsKnown() {
    assertThat(soFar(12, 0)).isEqualTo("12 s so far");
    assertThat(soFar(12, 30)).startsWith("12 s so far, about 18 s left");
    assertThat(soFar(75, 200)).startsWith("1 min 15 s so far, about 2 min 5 s left");
  }

  @Test
  void whatTakesLongerThanTheLastTimeIsNotSaidToBeOverSoon() {
    assertThat(soFar(31, 30)).isEqualTo("31 s so far");
    assertThat(soFar(30, 30)).isEqualTo("30 s so far");
  }

  private String soFar(long elapsed, long before) {
    return texts.text(Durations.soFar(Duration.ofSeconds(elapsed), Duration.ofSeconds(before)));
  }
}
