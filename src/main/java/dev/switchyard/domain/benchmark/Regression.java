package dev.switchyard.domain.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A figure that became worse with another version of the server.
///
/// @param key which one
/// @param before what it was with the earlier version
/// @param now what it is
/// @param earlier what was measured then
public record Regression(
    FigureKey key, Samples before, Samples now, BenchmarkResult.Subject earlier) {
  /// With fewer runs a spread says nothing.
  static final int FEWEST_RUNS = 3;

  /// A smaller part of the earlier median is nothing that a person would notice, and of thirty
  /// figures with three runs each some lie that far apart by chance.
  static final double LEAST_PART = 0.05;

  /// Compares with the last benchmark of the same model and context on another version: a figure
  /// counts as worse where each median lies outside the spread of the other, and they differ by
  /// more than [#LEAST_PART].
  ///
  /// @param earlier oldest first
  public static List<Regression> find(BenchmarkResult now, List<BenchmarkResult> earlier) {
    return earlier.reversed().stream()
        .filter(then -> then.subject().isSameModel(now.subject()))
        .filter(then -> !then.subject().server().equals(now.subject().server()))
        .findFirst()
        .stream()
        .flatMap(then -> between(then, now))
        .toList();
  }

  /// As [#find] for one figure.
  static Optional<Regression> of(
      FigureKey key, BenchmarkResult now, List<BenchmarkResult> earlier) {
    return find(now, earlier).stream().filter(found -> found.key().equals(key)).findFirst();
  }

  private static Stream<Regression> between(BenchmarkResult then, BenchmarkResult now) {
    return now.figures().keySet().stream()
        .flatMap(key ->
            then.figure(key).stream()
                .flatMap(before ->
                    now
                        .figure(key)
                        .map(samples -> new Regression(key, before, samples, then.subject()))
                        .stream()))
        .filter(Regression::isWorse);
  }

  private boolean isWorse() {
    boolean enough = before.values().size() >= FEWEST_RUNS && now.values().size() >= FEWEST_RUNS;
    boolean apart = !before.covers(now.median()) && !now.covers(before.median());
    boolean matters = Math.abs(now.median() - before.median()) > LEAST_PART * before.median();
    return enough
        && apart
        && matters
        && switch (key.measure().better()) {
          case LESS -> now.median() > before.median();
          case MORE -> now.median() < before.median();
          case NEITHER -> false;
        };
  }
}
