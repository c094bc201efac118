package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Results as a test needs them.
public final class Measured {
  public static final Instant AT = Instant.parse("2026-11-23T14:00:00Z");
  public static final FigureKey WALL = FigureKey.of(Way.DIRECT, Task.EXPLAIN, Measure.WALL);
  static final FigureKey SPEED = FigureKey.of(Measure.PREFILL_2K);

  private Measured() {}

  public static Known<Samples> samples(Double... values) {
    return Known.of(new Samples(Arrays.asList(values)));
  }

  public static BenchmarkResult with(String server, Map<FigureKey, Known<Samples>> figures) {
    return of("digest", 65_536, server, figures);
  }

  static BenchmarkResult of(
      String digest, int context, String server, Map<FigureKey, Known<Samples>> figures) {
    var subject =
        new BenchmarkResult.Subject(
            "gemma4-claude", digest, Optional.of(context), server, Optional.of("2.1.330"));
    Known<Double> load = Known.unknown(Message.of("bench.load-not-counted"));
    var machine = new MachineLoad(load, 16, List.of("qwen3:8b"));
    return new BenchmarkResult(AT, subject, 3, machine, figures);
  }
}
