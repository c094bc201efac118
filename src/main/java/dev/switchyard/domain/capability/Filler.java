package dev.switchyard.domain.capability;

import java.util.List;

/// Plain words to fill a prompt with; each is at least one token.
final class Filler {
  private static final List<String> WORDS =
      List.of("amber", "birch", "cedar", "delta", "ember", "flint", "grove", "heath", "inlet");

  private Filler() {}

  static String words(int count) {
    var text = new StringBuilder();
    for (int word = 0; word < count; word++) {
      // Another order in each line of nine, so that no line repeats the one before.
      text.append(WORDS.get((word * 7 + word / WORDS.size()) % WORDS.size())).append(' ');
    }
    return text.toString();
  }
}
