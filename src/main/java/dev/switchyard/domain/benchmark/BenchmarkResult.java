package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Known;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One benchmark: what was measured, of what, and when.
///
/// @param at when it began
/// @param subject what was measured
/// @param repeats how many runs of each kind counted
/// @param load what else the machine was doing
/// @param figures all that were to be measured, in the order for display, each or why it is not
///   known
public record BenchmarkResult(
    Instant at,
    Subject subject,
    int repeats,
    MachineLoad load,
    Map<FigureKey, Known<Samples>> figures) {
  /// What a figure holds for.
  ///
  /// @param model its name, for a person
  /// @param digest of its manifest: another Modelfile is another one
  /// @param contextTokens the context length that it was served with; empty where it did not come
  ///   to be loaded
  /// @param server the server's version
  /// @param claude Claude Code's version; empty where it was not asked
  public record Subject(
      String model,
      String digest,
      Optional<Integer> contextTokens,
      String server,
      Optional<String> claude) {
    /// Whether figures of both can be compared over versions of the programs.
    boolean isSameModel(Subject other) {
      return digest.equals(other.digest) && contextTokens.equals(other.contextTokens);
    }
  }

  public BenchmarkResult {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  public Optional<Samples> figure(FigureKey key) {
    return Optional.ofNullable(figures.get(key)).flatMap(Known::toOptional);
  }
}
