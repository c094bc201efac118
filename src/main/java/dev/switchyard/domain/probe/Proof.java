package dev.switchyard.domain.probe;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.Destination;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What came out of proving a folder's route. It holds no prompt and no credential.
///
/// @param folder the folder
/// @param fingerprint of everything that decided about the route then, see [RouteFingerprint]
/// @param at when it was proven
/// @param program the Claude Code that was run
/// @param claudeVersion what it said of itself
/// @param destination where the requests went by the settings
/// @param where the real request, or why there was none
/// @param what the two conversations with the witness, or why there were none
/// @param differences what was not as it should be
public record Proof(
    Path folder,
    String fingerprint,
    Instant at,
    Path program,
    String claudeVersion,
    Destination destination,
    Known<WhereSeen> where,
    Known<WhatSeen> what,
    List<Difference> differences) {
  public Proof {
    differences = List.copyOf(differences);
  }

  /// Whether a real request went where the settings say, and nothing else was found to differ.
  public boolean proven() {
    return where instanceof Known.Value<WhereSeen> && differences.isEmpty();
  }

  /// Every model that was asked for, the conversation's own first.
  public List<String> models() {
    var real = where.toOptional().map(WhereSeen::models).orElse(List.of());
    var witnessed = what.toOptional().map(WhatSeen::models).orElse(List.of());
    return Stream.concat(real.stream(), witnessed.stream()).distinct().toList();
  }

  /// The length of a conversation's first prompt in tokens, as the server counted it.
  public Known<Long> firstPromptTokens() {
    return where.flatMap(seen ->
        seen.promptTokens()
            .map(Known::of)
            .orElseGet(() -> Known.unknown(Message.of("verify.no-token-count"))));
  }
}
