package dev.switchyard.domain.modelfile;

import java.util.Locale;
import java.util.Optional;

/// The instructions of a Modelfile. Their case does not matter.
///
/// Source: Ollama `parser/parser.go`.
public enum Keyword {
  FROM,
  PARAMETER,
  TEMPLATE,
  SYSTEM,
  ADAPTER,
  LICENSE,
  MESSAGE,
  RENDERER,
  PARSER,
  REQUIRES,
  DRAFT;

  /// Empty where Ollama would say that the command must be one of its list.
  public static Optional<Keyword> parse(String word) {
    var upper = word.toUpperCase(Locale.ROOT);
    for (var keyword : values()) {
      if (keyword.name().equals(upper)) {
        return Optional.of(keyword);
      }
    }
    return Optional.empty();
  }

  /// Whether a word stands between it and its value: a parameter's name or a message's role.
  boolean takesName() {
    return this == PARAMETER || this == MESSAGE;
  }
}
