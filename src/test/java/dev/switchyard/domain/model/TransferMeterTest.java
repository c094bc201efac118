package dev.switchyard.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.model.TransferProgress.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TransferMeterTest {
  private static final Instant START = Instant.parse("2026-04-20T09:00:00Z");

  private final TransferMeter meter = new TransferMeter();

  @Test
  void tellsNothingBeforeASecondHasPassed() {
    assertThat(report(0, layer("a", 0)).bytesPerSecond()).isInstanceOf(Known.Unknown.class);
    assertThat(report(900, layer("a", 90)).left()).isInstanceOf(Known.Unknown.class);
  }

  @Test
  void tellsSpeedAndTimeLeft() {
    report(0, layer("a", 0));

    var reading = report(2_000, layer("a", 200));

    assertThat(reading.bytesPerSecond()).isEqualTo(Known.of(100L));
    assertThat(reading.left()).isEqualTo(Known.of(Duration.ofSeconds(8)));
  }

  @Test
  void whatWasThereBeforeSaysNothingAboutTheSpeed() {
    report(0, layer("a", 700));
    report(1_000, layer("a", 700), layer("b", 1_000));

    var reading = report(2_000, layer("a", 800), layer("b", 1_000));

    assertThat(reading.bytesPerSecond()).isEqualTo(Known.of(50L));
    assertThat(reading.left()).isEqualTo(Known.of(Duration.ofSeconds(4)));
  }

  @Test
  void followsAChangeOfSpeedWithinSeconds() {
    for (int second = 0; second <= 20; second++) {
      report(second * 1_000L, layer("a", second * 10L));
    }
    for (int second = 21; second <= 40; second++) {
      report(second * 1_000L, layer("a", 200 + (second - 20) * 30L));
    }

    assertThat(report(41_000, layer("a", 830)).bytesPerSecond()).isEqualTo(Known.of(30L));
  }

  @Test
  void aStandstillHasNoTimeLeft() {
    for (int second = 0; second <= 15; second++) {
      report(second * 1_000L, layer("a", 500));
    }

    var reading = report(16_000, layer("a", 500));

    assertThat(reading.bytesPerSecond()).isEqualTo(Known.of(0L));
    assertThat(reading.left()).isInstanceOf(Known.Unknown.class);
  }

  @Test
  void isNeverNegativeWhateverTheServerReports() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    long at = 0;
    for (int step = 0; step < 2_000; step++) {
      at += random.nextInt(3_000);
      var reading =
          report(
              at,
              layer("a", random.nextInt(2_000)),
              layer("layer-" + random.nextInt(5), random.nextInt(1_500)));
      reading
          .bytesPerSecond()
          .toOptional()
          .ifPresent(speed -> assertThat(speed).as("seed " + seed).isNotNegative());
      reading
          .left()
          .toOptional()
          .ifPresent(left -> assertThat(left.isNegative()).as("seed " + seed).isFalse());
    }
  }

  private TransferMeter.Reading report(long millis, Layer... layers) {
    return meter.report(START.plusMillis(millis), new TransferProgress("pulling", List.of(layers)));
  }

  private static Layer layer(String digest, long completed) {
    return new Layer(digest, 1_000, completed);
  }
}
