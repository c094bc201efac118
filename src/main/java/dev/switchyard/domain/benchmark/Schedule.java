package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import dev.switchyard.domain.benchmark.Stage.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All steps of a benchmark in their order, which of them is under way, and how long those like it
/// took.
final class Schedule {
  /// @param run from 1
  /// @param runs how many of its kind there are
  private record Planned(Stage stage, int run, int runs) {
    Message text() {
      return runs == 1 ? stage.text() : Message.of("bench.step.run", stage.text(), run, runs);
    }
  }

  private final List<Planned> steps = new ArrayList<>();
  private final Map<Stage, List<Duration>> took = new HashMap<>();
  private final Optional<BenchmarkResult> earlier;
  private int at = -1;
  private Instant begun = Instant.EPOCH;

  /// @param earlier the last benchmark of the same model
  Schedule(BenchmarkRequest request, Optional<BenchmarkResult> earlier) {
    this.earlier = earlier;
    plan(request.reload() ? request.repeats() : 1, Stage.of(Kind.LOAD));
    plan(1, Stage.of(Kind.WARM_UP));
    plan(
        request.repeats(),
        Stage.of(Kind.PREFILL_2K),
        Stage.of(Kind.PREFILL_16K),
        Stage.of(Kind.PREFIX_CACHE));
    request.tasks().forEach(task -> plan(request.repeats(), Stage.of(Way.DIRECT, task)));
    if (request.throughClaude()) {
      plan(1, Stage.of(Kind.CLAUDE_WARM_UP));
      request.tasks().forEach(task -> plan(request.repeats(), Stage.of(Way.CLAUDE, task)));
    }
  }

  private void plan(int runs, Stage... stages) {
    for (int run = 1; run <= runs; run++) {
      for (var stage : stages) {
        steps.add(new Planned(stage, run, runs));
      }
    }
  }

  /// Goes on to the next step of a kind. Those between will not be done.
  ///
  /// @param figures what was measured so far
  BenchmarkStep begin(Stage stage, Instant now, Map<FigureKey, Known<Samples>> figures) {
    if (at >= 0) {
      took.computeIfAbsent(steps.get(at).stage(), _ -> new ArrayList<>())
          .add(Duration.between(begun, now));
    }
    do {
      at++;
    } while (!steps.get(at).stage().equals(stage));
    begun = now;
    return new BenchmarkStep(at + 1, steps.size(), steps.get(at).text(), left(), figures);
  }

  private TimeLeft left() {
    var known = Duration.ZERO;
    boolean complete = true;
    for (var step : steps.subList(at, steps.size())) {
      var usual = usual(step.stage());
      known = known.plus(usual.orElse(Duration.ZERO));
      complete &= usual.isPresent();
    }
    return new TimeLeft(known, complete);
  }

  /// What is seen now tells more than what was seen the last time.
  private Optional<Duration> usual(Stage stage) {
    return Optional.ofNullable(took.get(stage))
        .map(times -> times.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(times.size()))
        .or(() -> earlier.flatMap(stage::tookIn));
  }
}
