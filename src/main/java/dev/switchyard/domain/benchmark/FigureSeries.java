package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.benchmark.BenchmarkResult.Subject;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One figure of one model over time.
///
/// @param key which one
/// @param points oldest first; benchmarks that do not have it are left out
public record FigureSeries(FigureKey key, List<Point> points) {
  /// What is another one than in the benchmark before.
  public enum Change {
    /// The model's digest: another Modelfile or other weights of the same name.
    MODEL,
    CONTEXT,
    SERVER,
    /// Claude Code, for figures that it takes part in.
    CLAUDE
  }

  /// @param result the benchmark that it is of
  /// @param samples what the figure was in it
  /// @param changes since the point before
  /// @param regression where it became worse with the server's version
  public record Point(
      BenchmarkResult result,
      Samples samples,
      Set<Change> changes,
      Optional<Regression> regression) {
    public Point {
      changes = Set.copyOf(changes);
    }

    /// Whether a difference to the point before says something about the programs.
    public boolean isComparable() {
      return !changes.contains(Change.MODEL) && !changes.contains(Change.CONTEXT);
    }
  }

  public FigureSeries {
    points = List.copyOf(points);
  }

  /// @param results of one model, oldest first
  public static FigureSeries of(FigureKey key, List<BenchmarkResult> results) {
    var points = new ArrayList<Point>();
    Optional<Subject> before = Optional.empty();
    for (int i = 0; i < results.size(); i++) {
      var result = results.get(i);
      var samples = result.figure(key);
      if (samples.isPresent()) {
        var changes =
            before
                .map(then -> changes(key, then, result.subject()))
                .orElse(EnumSet.noneOf(Change.class));
        var worse = Regression.of(key, result, results.subList(0, i));
        points.add(new Point(result, samples.get(), changes, worse));
        before = Optional.of(result.subject());
      }
    }
    return new FigureSeries(key, points);
  }

  private static Set<Change> changes(FigureKey key, Subject before, Subject now) {
    var changes = EnumSet.noneOf(Change.class);
    if (!before.digest().equals(now.digest())) {
      changes.add(Change.MODEL);
    }
    if (!before.contextTokens().equals(now.contextTokens())) {
      changes.add(Change.CONTEXT);
    }
    if (!before.server().equals(now.server())) {
      changes.add(Change.SERVER);
    }
    if (key.way() == Way.CLAUDE && !before.claude().equals(now.claude())) {
      changes.add(Change.CLAUDE);
    }
    return changes;
  }
}
