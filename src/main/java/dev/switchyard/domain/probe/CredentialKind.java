package dev.switchyard.domain.probe;

import dev.switchyard.domain.route.Placeholders;
import java.util.Locale;

/// What kind of credential a header carried. The value itself is looked at once and never kept.
public enum CredentialKind {
  /// Says nothing, as servers get it that ask for nothing.
  PLACEHOLDER,
  /// Has the form of one of Anthropic's.
  CLOUD,
  /// Neither: the token of a gateway, for instance.
  OTHER;

  /// @param value a header's value, with or without `Bearer`
  public static CredentialKind of(String value) {
    if (looksLikeAnthropics(value)) {
      return CLOUD;
    }
    return Placeholders.contains(value.strip().replaceFirst("(?i)^bearer\\s+", ""))
        ? PLACEHOLDER
        : OTHER;
  }

  /// Whether a value holds a key or token of Anthropic's, in whatever header it is.
  public static boolean looksLikeAnthropics(String value) {
    return value.toLowerCase(Locale.ROOT).contains("sk-ant-");
  }

  /// As the command line's JSON names it.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
