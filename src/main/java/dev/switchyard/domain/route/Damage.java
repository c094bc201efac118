package dev.switchyard.domain.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether a settings file that is no JSON is an earlier content that was damaged, and not one that
/// somebody has edited: what a person took out on purpose, such as a permission, must not come
/// back.
final class Damage {
  /// Comments; texts with or without their end; names, literals and numbers. None of it is tried in
  /// two ways, so that a long text costs neither time nor stack.
  private static final Pattern WORD =
      Pattern.compile(
          "(?<comment>//[^\\n]*+|#[^\\n]*+|/\\*[\\s\\S]*?(?:\\*/|\\z))"
              + "|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"?+"
              + "|[\\p{L}\\p{N}_.+-]++");

  private Damage() {}

  /// Whether nothing but the damage is lost where the whole content takes the place of the other:
  /// that is cut off, or says the same in the same order and differs in punctuation and comments
  /// alone. What is commented out is not said.
  static boolean isAllThatDiffers(byte[] damaged, byte[] whole) {
    var now = new String(damaged, UTF_8);
    var kept = new String(whole, UTF_8);
    return kept.startsWith(now.stripTrailing()) || words(now).equals(words(kept));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .filter(word -> word.group("comment") == null)
        .map(MatchResult::group)
        .toList();
  }
}
