package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.PortException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The benchmarks of earlier days.
public final class BenchmarkHistory {
  /// The oldest are forgotten beyond it.
  public static final int MOST = 200;

  private final BenchmarkStore store;

  public BenchmarkHistory(BenchmarkStore store) {
    this.store = store;
  }

  /// Oldest first.
  ///
  /// @throws PortException as [BenchmarkStore#load]
  public List<BenchmarkResult> all() throws PortException {
    return store.load();
  }

  /// Keeps one more.
  ///
  /// @return what became worse since the server's last version
  /// @throws PortException as [BenchmarkStore#load] and [BenchmarkStore#save]
  public synchronized List<Regression> keep(BenchmarkResult result) throws PortException {
    var kept = new ArrayList<>(store.load());
    var regressions = Regression.find(result, kept);
    kept.add(result);
    store.save(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
    return regressions;
  }

  /// Drops one.
  ///
  /// @param result as [#all] gave it
  /// @return whether it was there
  /// @throws PortException as [#keep]
  public synchronized boolean forget(BenchmarkResult result) throws PortException {
    var kept = new ArrayList<>(store.load());
    boolean was = kept.remove(result);
    if (was) {
      store.save(kept);
    }
    return was;
  }

  /// Puts one back that was forgotten, between those before and after it.
  ///
  /// @throws PortException as [#keep]
  public synchronized void restore(BenchmarkResult result) throws PortException {
    var kept = new ArrayList<>(store.load());
    kept.add(result);
    kept.sort(Comparator.comparing(BenchmarkResult::at));
    store.save(kept);
  }
}
