package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import java.util.List;
import java.util.Optional;

/// Whether Claude Code can work with a model, by what it was seen to do, and not by its name or by
/// what the server says of it.
///
/// @param reason for the person: what is missing, or what is open
/// @param probes the ids of those that it does not rest on: failed, or open
public record ProvenReadiness(Level level, Message reason, List<String> probes) {
  /// What Claude Code cannot do without: every request of its own streams, has a system prompt and
  /// tools, and goes on from results.
  public static final List<String> NEEDED =
      List.of("multi-turn", "streaming", "system-prompt", "tool-call-streamed", "tool-result");

  /// From good to bad.
  public enum Level {
    READY,
    /// Nothing speaks against it, and something that it needs was not shown.
    OPEN,
    NOT_READY
  }

  public ProvenReadiness {
    probes = List.copyOf(probes);
  }

  public boolean isReady() {
    return level == Level.READY;
  }

  public static ProvenReadiness of(Report report) {
    var failed =
        NEEDED.stream()
            .filter(id ->
                report.verdict(id) == Verdict.IGNORED || report.verdict(id) == Verdict.REFUSED)
            .toList();
    if (!failed.isEmpty()) {
      return of(Level.NOT_READY, "capability.ready.failed", failed);
    }
    var tooSmall =
        report
            .contextLength()
            .toOptional()
            .filter(tokens -> tokens < ClaudeCodeReadiness.NEEDED_CONTEXT);
    if (tooSmall.isPresent()) {
      return tooSmall(tooSmall.get());
    }
    var open = NEEDED.stream().filter(id -> report.verdict(id) == Verdict.UNKNOWN).toList();
    if (!open.isEmpty()) {
      return of(Level.OPEN, "capability.ready.open", open);
    }
    return report
        .contextLength()
        .toOptional()
        .map(ProvenReadiness::ready)
        .orElseGet(() -> of(Level.OPEN, "capability.ready.no-context", List.of()));
  }

  private static ProvenReadiness ready(int context) {
    return new ProvenReadiness(
        Level.READY, Message.of("capability.ready.yes", new Tokens(context)), List.of());
  }

  private static ProvenReadiness tooSmall(int context) {
    return new ProvenReadiness(
        Level.NOT_READY,
        Message.of(
            "capability.ready.context",
            new Tokens(context),
            new Tokens(ClaudeCodeReadiness.NEEDED_CONTEXT)),
        List.of());
  }

  private static ProvenReadiness of(Level level, String key, List<String> probes) {
    return new ProvenReadiness(level, named(key, probes), probes);
  }

  /// By the names that people know the probes by.
  private static Message named(String key, List<String> probes) {
    return probes.stream()
        .map(probe -> Message.of("capability.name." + probe))
        .reduce((before, next) -> Message.of("capability.list", before, next))
        .map(names -> Message.of(key, names))
        .orElseGet(() -> Message.of(key));
  }

  /// Absent where there is no model to speak of.
  public Optional<Boolean> answer() {
    return level == Level.OPEN ? Optional.empty() : Optional.of(isReady());
  }
}
