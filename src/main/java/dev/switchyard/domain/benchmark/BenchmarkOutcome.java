package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.PortException;
import java.util.List;
import java.util.Optional;

/// What came of a benchmark.
///
/// @param result what was measured, also of one that ended before its time
/// @param kept whether it became part of the history
/// @param ended why it did: cancelled, or a server that does not answer. Nothing is kept then
/// @param failures what failed alone, and kept no other figure from being measured
/// @param regressions what became worse with the server's version
public record BenchmarkOutcome(
    BenchmarkResult result,
    boolean kept,
    Optional<PortException> ended,
    List<PortException> failures,
    List<Regression> regressions) {
  public BenchmarkOutcome {
    failures = List.copyOf(failures);
    regressions = List.copyOf(regressions);
  }
}
