package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.BenchmarkHistory;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.Measure;
import dev.switchyard.domain.benchmark.Samples;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/// How long a model takes to read a project's first prompt, by what was measured of both.
public final class PromptSpeed {
  private final BenchmarkHistory benchmarks;
  private final Function<EffectiveRoute, Optional<Long>> measuredPrompt;

  /// @param measuredPrompt the tokens of a project's first prompt, where a proof that holds has
  ///   counted them
  public PromptSpeed(
      BenchmarkHistory benchmarks, Function<EffectiveRoute, Optional<Long>> measuredPrompt) {
    this.benchmarks = benchmarks;
    this.measuredPrompt = measuredPrompt;
  }

  /// @param digest the model's manifest
  Known<PromptReading> of(EffectiveRoute route, String digest) throws PortException {
    var speed =
        benchmarks.all().stream()
            .filter(result -> result.subject().digest().equals(digest))
            .max(Comparator.comparing(BenchmarkResult::at))
            .flatMap(PromptSpeed::tokensPerSecond);
    if (speed.isEmpty()) {
      return Known.unknown(Message.of("doctor.unknown.speed"));
    }
    var counted = measuredPrompt.apply(route);
    return Known.of(
        new PromptReading(
            counted.orElse(PromptReading.USUAL_TOKENS), counted.isPresent(), speed.get()));
  }

  private static Optional<Double> tokensPerSecond(BenchmarkResult result) {
    return result
        .figure(FigureKey.of(Measure.PREFILL_16K))
        .or(() -> result.figure(FigureKey.of(Measure.PREFILL_2K)))
        .map(Samples::median)
        .filter(speed -> speed > 0);
  }
}
