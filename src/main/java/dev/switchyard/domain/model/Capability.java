package dev.switchyard.domain.model;

import java.util.Locale;
import java.util.Optional;

/// What a model can do, as Ollama's `capabilities` names it.
public enum Capability {
  COMPLETION,
  TOOLS,
  INSERT,
  VISION,
  EMBEDDING,
  THINKING,
  IMAGE,
  AUDIO;

  /// Empty for a capability that a newer server has and Switchyard does not know.
  public static Optional<Capability> parse(String text) {
    for (var capability : values()) {
      if (capability.wireName().equals(text)) {
        return Optional.of(capability);
      }
    }
    return Optional.empty();
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
