package dev.switchyard.domain.route.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps credentials out of what is shown: a person's own file may hold some.
final class Credentials {
  private static final Pattern MEMBER =
      Pattern.compile(
          "(\"[^\"\\\\]*(?i:key|token|secret|password|headers|helper)[^\"\\\\]*\"\\s*:\\s*)\"((?:[^\"\\\\]++|\\\\.)*+)\"");

  /// Values that the route itself writes, and values that are plainly none.
  private static final Set<String> HARMLESS =
      Set.of(
          "", "ollama", "echo ollama", "off", "infinite", "fixed", "countdown", "padded-countdown");

  private Credentials() {}

  static String masked(String line) {
    return MEMBER
        .matcher(line)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                HARMLESS.contains(match.group(2)) || match.group(2).matches("\\d+")
                    ? match.group()
                    : match.group(1) + "\"••••••\""));
  }
}
