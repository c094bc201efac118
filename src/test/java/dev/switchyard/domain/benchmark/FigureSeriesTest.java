package dev.switchyard.domain.benchmark;

import static dev.switchyard.domain.benchmark.Measured.SPEED;
import static dev.switchyard.domain.benchmark.Measured.WALL;
import static dev.switchyard.domain.benchmark.Measured.samples;
import static dev.switchyard.domain.benchmark.Measured.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.benchmark.FigureSeries.Change;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureSeriesTest {
  @Test
  void whatChangedIsSaidAndWhatCannotBeComparedToo() {
    var first = with("0.32.15", Map.of(WALL, samples(5.0)));
    var without = with("0.32.15", Map.of(SPEED, samples(100.0)));
    var updated = with("0.33.0", Map.of(WALL, samples(5.1)));
    var rebuilt = Measured.of("other", 32_768, "0.33.0", Map.of(WALL, samples(5.2)));

    var series = FigureSeries.of(WALL, List.of(first, without, updated, rebuilt));

    assertThat(series.points())
        .extracting(FigureSeries.Point::result)
        .containsExactly(first, updated, rebuilt);
    assertThat(series.points().getFirst().changes()).isEmpty();
    assertThat(series.points().get(1).changes()).containsExactly(Change.SERVER);
    assertThat(series.points().get(1).isComparable()).isTrue();
    assertThat(series.points().get(2).changes())
        .containsExactlyInAnyOrder(Change.MODEL, Change.CONTEXT);
    assertThat(series.points().get(2).isComparable()).isFalse();
  }

  @Test
  void aPointThatBecameWorseSaysSo() {
    var before = with("0.32.15", Map.of(WALL, samples(5.0, 5.1, 5.2)));
    var worse = with("0.33.0", Map.of(WALL, samples(7.0, 7.1, 7.2)));

    var points = FigureSeries.of(WALL, List.of(before, worse)).points();

    assertThat(points.getFirst().regression()).isEmpty();
    assertThat(points.getLast().regression().orElseThrow().before())
        .isEqualTo(before.figure(WALL).orElseThrow());
  }

  @Test
  void whatIsForgottenComesBackToItsPlace() throws Exception {
    var store = new MemoryBenchmarks();
    var history = new BenchmarkHistory(store);
    var first = at(1);
    var second = at(2);
    var third = at(3);
    for (var result : List.of(first, second, third)) {
      var _ = history.keep(result);
    }

    assertThat(history.forget(second)).isTrue();
    assertThat(history.all()).containsExactly(first, third);
    assertThat(history.forget(second)).isFalse();
    history.restore(second);
    assertThat(history.all()).containsExactly(first, second, third);
  }

  private static BenchmarkResult at(int day) {
    var result = with("0.33.0", Map.of(WALL, samples((double) day)));
    return new BenchmarkResult(
        Measured.AT.plusSeconds(86_400L * day),
        result.subject(),
        result.repeats(),
        result.load(),
        result.figures());
  }
}
