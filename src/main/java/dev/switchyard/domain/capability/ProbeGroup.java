package dev.switchyard.domain.capability;

import java.util.List;
import java.util.Locale;

/// Probes that are about the same, as they are shown together.
public enum ProbeGroup {
  CONVERSATION,
  TOOLS,
  IMAGES,
  SAMPLING,
  LIMITS;

  /// The ids of its probes.
  public List<String> probes() {
    return switch (this) {
      case CONVERSATION -> List.of("multi-turn", "streaming", "system-prompt");
      case TOOLS -> List.of("tool-call", "tool-call-streamed", "tool-result", "tool-choice");
      case IMAGES -> List.of("base64-image", "url-image");
      case SAMPLING -> List.of("temperature", "stop");
      case LIMITS ->
          List.of(
              "prompt-caching", "thinking-budget", "token-counting", "long-prompt", "error-shapes");
    };
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
