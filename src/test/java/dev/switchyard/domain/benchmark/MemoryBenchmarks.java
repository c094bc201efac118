package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.PortException;
import java.util.List;
import java.util.Optional;

/// Benchmarks that are kept in memory.
public final class MemoryBenchmarks implements BenchmarkStore {
  /// Where set, what every question gives.
  public Optional<PortException> failure = Optional.empty();

  private List<BenchmarkResult> kept = List.of();

  @Override
  public List<BenchmarkResult> load() throws PortException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return kept;
  }

  @Override
  public void save(List<BenchmarkResult> results) {
    kept = List.copyOf(results);
  }
}
