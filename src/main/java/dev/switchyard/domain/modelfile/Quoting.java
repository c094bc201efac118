package dev.switchyard.domain.modelfile;

import java.util.Optional;

/// How a Modelfile writes values: plain to the end of the line, in `"`, or in `"""`. There are no
/// escape sequences, so a few texts cannot be written at all.
///
/// Source: `quote` and `unquote` of Ollama `parser/parser.go`; what is written here reads back as
/// the same value, which Ollama's own writer does not achieve for values that begin with a quote or
/// have a tab at an edge.
public final class Quoting {
  private static final String TRIPLE = "\"\"\"";

  private Quoting() {}

  /// The value as it is written, or empty where the grammar has no way to write it: a control
  /// character, or text that holds a line ending in `"""`.
  public static Optional<String> write(String value) {
    var written = needsQuotes(value) ? quote(value) : value;
    return reads(written, value) ? Optional.of(written) : Optional.empty();
  }

  /// The value between the quotes, or empty while a closing quote is missing.
  static Optional<String> unquote(String trimmed) {
    if (trimmed.startsWith(TRIPLE)) {
      return trimmed.length() >= 6 && trimmed.endsWith(TRIPLE)
          ? Optional.of(trimmed.substring(3, trimmed.length() - 3))
          : Optional.empty();
    }
    if (trimmed.startsWith("\"")) {
      return trimmed.length() >= 2 && trimmed.endsWith("\"")
          ? Optional.of(trimmed.substring(1, trimmed.length() - 1))
          : Optional.empty();
    }
    return Optional.of(trimmed);
  }

  private static boolean needsQuotes(String value) {
    return value.isEmpty()
        || value.startsWith("\"")
        || value.indexOf('\n') >= 0
        || value.indexOf('\r') >= 0
        || !Characters.trim(value).equals(value);
  }

  private static String quote(String value) {
    return value.indexOf('"') >= 0 ? TRIPLE + value + TRIPLE : '"' + value + '"';
  }

  private static boolean reads(String written, String value) {
    var scanned = ModelfileScanner.value(written, 0);
    return scanned.end() == written.length()
        && scanned.value().isPresent()
        && scanned.value().get().equals(value);
  }
}
