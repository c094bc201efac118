package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.PortException;
import java.util.List;

/// Port: keeps benchmarks beyond this run. All calls block.
public interface BenchmarkStore {
  /// Oldest first; empty where nothing was kept yet.
  ///
  /// @throws PortException DENIED, FAILED, MALFORMED where what was kept cannot be understood
  List<BenchmarkResult> load() throws PortException;

  /// Replaces all that is kept.
  ///
  /// @throws PortException DENIED, NO_SPACE, FAILED; what was kept stays then
  void save(List<BenchmarkResult> results) throws PortException;
}
