package dev.switchyard.domain.route;

import java.util.Locale;
import java.util.Set;

/// Credentials that are no secret, because servers that ask for nothing are given them everywhere.
public final class Placeholders {
  private static final Set<String> VALUES =
      Set.of(
          "ollama",
          "local",
          "lmstudio",
          "lm-studio",
          "dummy",
          "none",
          "no-key",
          "not-needed",
          "sk-no-key-required");

  private Placeholders() {}

  public static boolean contains(String text) {
    return VALUES.contains(text.strip().toLowerCase(Locale.ROOT));
  }
}
