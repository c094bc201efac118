package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// One kind of step of a benchmark. Steps of one kind take about as long as each other.
///
/// @param task what the model is asked to do; empty for what is measured without a task
record Stage(Kind kind, Optional<Task> task) {
  enum Kind {
    LOAD,
    WARM_UP,
    PREFILL_2K,
    PREFILL_16K,
    PREFIX_CACHE,
    DIRECT,
    CLAUDE_WARM_UP,
    CLAUDE
  }

  private static final double PERCENT = 100;

  static Stage of(Kind kind) {
    return new Stage(kind, Optional.empty());
  }

  static Stage of(Way way, Task task) {
    return new Stage(way == Way.CLAUDE ? Kind.CLAUDE : Kind.DIRECT, Optional.of(task));
  }

  Message text() {
    var key = "bench.step." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return task.map(one -> Message.of(key, Message.of("bench.task." + one.id())))
        .orElse(Message.of(key));
  }

  /// How long such a step took in another benchmark; empty where that does not tell.
  Optional<Duration> tookIn(BenchmarkResult earlier) {
    return switch (kind) {
      case LOAD -> median(earlier, FigureKey.of(Measure.LOAD));
      case PREFILL_2K -> prefill(earlier, Measure.PREFILL_2K, PromptRuns.SHORT);
      case PREFILL_16K -> prefill(earlier, Measure.PREFILL_16K, PromptRuns.LONG);
      case PREFIX_CACHE -> again(earlier);
      case DIRECT -> wall(earlier, Way.DIRECT);
      case CLAUDE -> wall(earlier, Way.CLAUDE);
      case WARM_UP, CLAUDE_WARM_UP -> Optional.empty();
    };
  }

  private Optional<Duration> wall(BenchmarkResult earlier, Way way) {
    return task.flatMap(one -> median(earlier, FigureKey.of(way, one, Measure.WALL)));
  }

  private static Optional<Duration> prefill(BenchmarkResult earlier, Measure measure, int tokens) {
    return earlier
        .figure(FigureKey.of(measure))
        .map(Samples::median)
        .filter(speed -> speed > 0)
        .map(speed -> seconds(tokens / speed));
  }

  /// What was not saved of the time for reading it the first time.
  private static Optional<Duration> again(BenchmarkResult earlier) {
    return earlier
        .figure(FigureKey.of(Measure.PREFIX_CACHE))
        .flatMap(saved ->
            prefill(earlier, Measure.PREFILL_16K, PromptRuns.LONG)
                .or(() -> prefill(earlier, Measure.PREFILL_2K, PromptRuns.SHORT))
                .map(read -> seconds(DirectRun.seconds(read) * (1 - saved.median() / PERCENT))));
  }

  private static Optional<Duration> median(BenchmarkResult earlier, FigureKey key) {
    return earlier.figure(key).map(samples -> seconds(samples.median()));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(Math.max(0, seconds) * Duration.ofSeconds(1).toMillis()));
  }
}
