package dev.switchyard.domain.benchmark;

import static dev.switchyard.domain.benchmark.Measured.SPEED;
import static dev.switchyard.domain.benchmark.Measured.WALL;
import static dev.switchyard.domain.benchmark.Measured.samples;
import static dev.switchyard.domain.benchmark.Measured.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionTest {
  private static final BenchmarkResult BEFORE =
      with("0.32.15", Map.of(WALL, samples(5.0, 6.0, 7.0), SPEED, samples(90.0, 100.0, 110.0)));

  @Test
  void whatTakesLongerOrIsSlowerThanEverBeforeIsWorse() {
    var now =
        with("0.33.0", Map.of(WALL, samples(8.0, 9.0, 10.0), SPEED, samples(50.0, 60.0, 70.0)));
    assertThat(Regression.find(now, List.of(BEFORE)))
        .extracting(Regression::key)
        .containsExactlyInAnyOrder(WALL, SPEED);
  }

  @Test
  void whatBecameBetterIsNone() {
    var now =
        with("0.33.0", Map.of(WALL, samples(1.0, 2.0, 3.0), SPEED, samples(200.0, 210.0, 220.0)));
    assertThat(Regression.find(now, List.of(BEFORE))).isEmpty();
  }

  /// The other way round too: one slow run of three does not make a slow version.
  @Test
  void aMedianWithinTheOthersSpreadIsNone() {
    assertThat(wall(6.9, 7.0, 12.0)).isEmpty();
    assertThat(wall(5.5, 8.0, 9.0)).isEmpty();
  }

  @Test
  void twoRunsSayNothing() {
    assertThat(wall(20.0, 21.0)).isEmpty();
  }

  private static List<Regression> wall(Double... values) {
    return Regression.find(with("0.33.0", Map.of(WALL, samples(values))), List.of(BEFORE));
  }

  @Test
  void onlyAnotherVersionOfTheServerWithTheSameModelAndContextCounts() {
    Map<FigureKey, Known<Samples>> slow = Map.of(WALL, samples(20.0, 21.0, 22.0));
    assertThat(Regression.find(with("0.32.15", slow), List.of(BEFORE))).isEmpty();
    assertThat(Regression.find(Measured.of("other", 65_536, "0.33.0", slow), List.of(BEFORE)))
        .isEmpty();
    assertThat(Regression.find(Measured.of("digest", 32_768, "0.33.0", slow), List.of(BEFORE)))
        .isEmpty();
  }

  @Test
  void theLastVersionBeforeIsWhatItIsComparedWith() {
    var older = with("0.31.0", Map.of(WALL, samples(1.0, 1.0, 1.0)));
    var now = with("0.33.0", Map.of(WALL, samples(6.0, 6.0, 6.0)));
    assertThat(Regression.find(now, List.of(older, BEFORE, now))).isEmpty();
    assertThat(Regression.find(now, List.of(older)))
        .singleElement()
        .satisfies(found -> assertThat(found.earlier().server()).isEqualTo("0.31.0"));
  }

  @Test
  void theMedianLiesWithinTheSpreadAndHasAsManyBelowAsAbove() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      var values = new ArrayList<Double>();
      int count = 1 + random.nextInt(20);
      for (int i = 0; i < count; i++) {
        values.add(random.nextInt(10) / 2.0);
      }
      var samples = new Samples(values);
      double median = samples.median();
      assertThat(median).as("seed %d", seed).isBetween(samples.least(), samples.most());
      long below = values.stream().filter(value -> value < median).count();
      long above = values.stream().filter(value -> value > median).count();
      assertThat(Math.max(below, above)).as("seed %d", seed).isLessThanOrEqualTo(count / 2);
    }
  }

  @Test
  void theOldestAreForgotten() throws Exception {
    var store = new MemoryBenchmarks();
    var history = new BenchmarkHistory(store);
    for (int i = 0; i < BenchmarkHistory.MOST + 3; i++) {
      var _ = history.keep(with("0.0." + i, Map.of()));
    }
    assertThat(history.all()).hasSize(BenchmarkHistory.MOST);
    assertThat(history.all().getFirst().subject().server()).isEqualTo("0.0.3");
  }
}
