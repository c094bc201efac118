package dev.switchyard.domain.capability;

import java.util.List;
import java.util.Locale;

/// Probes that are about the same, as they are shown together.
public enum ProbeGroup {
  CONVERSATION("multi-turn", "streaming", "system-prompt"),
  TOOLS("tool-call", "tool-call-streamed", "tool-result", "tool-choice"),
  IMAGES("base64-image", "url-image"),
  SAMPLING("temperature", "stop"),
  LIMITS("prompt-caching", "thinking-budget", "token-counting", "long-prompt", "error-shapes");

  private final List<String> probes;

  ProbeGroup(String... probes) {
    this.probes = List.of(probes);
  }

  /// The ids of its probes.
  public List<String> probes() {
    return probes;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
