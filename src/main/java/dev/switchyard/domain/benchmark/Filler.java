package dev.switchyard.domain.benchmark;

import java.util.List;

/// Text of any length for a model to read. Nothing is asked in it.
final class Filler {
  private static final List<String> WORDS =
      List.of(
          "harbour", "signal", "the", "evening", "carries", "timber", "of", "slow", "a", "river",
          "turns", "under", "bridge", "keeper", "counts", "and", "lantern", "to", "market", "bread",
          "in", "winter", "ledger", "writes", "seven", "with", "copper", "wheel", "listens", "from",
          "orchard", "gate", "stone", "by", "ferry", "waits", "for", "letters", "glass", "on");

  private static final int SENTENCE = 12;
  private static final long MULTIPLIER = 6_364_136_223_846_793_005L;

  private Filler() {}

  /// @param mark stands in front, so that no earlier prompt begins the same
  /// @param characters how many come after it, at least
  static String text(String mark, long characters) {
    var text = new StringBuilder(mark).append('\n');
    long state = 1;
    for (int word = 1; text.length() < characters + mark.length(); word++) {
      state = state * MULTIPLIER + 1;
      text.append(WORDS.get((int) Long.remainderUnsigned(state >>> 33, WORDS.size())));
      text.append(word % SENTENCE == 0 ? ".\n" : " ");
    }
    return text.toString();
  }
}
