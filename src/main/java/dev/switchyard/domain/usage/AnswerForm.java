package dev.switchyard.domain.usage;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the form of an answer's id tells of the server that gave it.
///
/// Sources: Ollama 0.32.15 makes ids of 12 random bytes in hexadecimal (`anthropic/anthropic.go`;
/// recorded). Anthropic's documented ids have `01` and 22 characters of base 58, and a word more
/// where Amazon or Google hands them on. One of Ollama's in 256 begins with `01` too, but no
/// base-58 text of 22 characters is likely to be hexadecimal.
public enum AnswerForm {
  /// Claude, served by Anthropic or by a cloud provider for it.
  ANTHROPIC("anthropic", Pattern.compile("msg_(?:bdrk_|vrtx_)?01[1-9A-HJ-NP-Za-km-z]{22}")),
  OLLAMA("ollama", Pattern.compile("msg_[0-9a-f]{24}")),
  UNKNOWN("unknown", Pattern.compile(".*", Pattern.DOTALL));

  private final String id;
  private final Pattern pattern;

  AnswerForm(String id, Pattern pattern) {
    this.id = id;
    this.pattern = pattern;
  }

  /// @param answerId as the server gave it
  public static AnswerForm of(String answerId) {
    if (OLLAMA.pattern.matcher(answerId).matches()) {
      return OLLAMA;
    }
    return ANTHROPIC.pattern.matcher(answerId).matches() ? ANTHROPIC : UNKNOWN;
  }

  /// The inverse of [#id].
  public static Optional<AnswerForm> named(String id) {
    return Arrays.stream(values()).filter(form -> form.id.equals(id)).findFirst();
  }

  /// As files name it.
  public String id() {
    return id;
  }
}
