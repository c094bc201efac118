package dev.switchyard.domain.capability;

import java.util.Locale;

/// What came of asking for one ability.
public enum Verdict {
  /// Seen to have its effect.
  WORKS,
  /// Accepted without a word, and without effect.
  IGNORED,
  /// Answered with an error.
  REFUSED,
  /// The answers leave it open, or there were none.
  UNKNOWN;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
