package dev.switchyard.domain.fit;

import java.util.List;
import java.util.Map;

/// Which layers see only the last tokens.
///
/// A model that says so itself (`attention.sliding_window_pattern`) decides; for the architectures
/// below it is built into the engines: every n-th layer sees everything. Other architectures have
/// no such layers, whatever window they name.
///
/// Source: gemma3 and gpt-oss from Ollama's `fs/ggml`, the others from llama.cpp's
/// `set_swa_pattern`.
final class SlidingRule {
  private static final Map<String, Integer> EVERY_NTH_IS_GLOBAL =
      Map.of(
          "gemma2", 2, "gemma3", 6, "gemma3n", 5, "gptoss", 2, "gpt-oss", 2, "cohere2", 4, "olmo2",
          4, "llama4", 4);

  /// Windows of models that do not name theirs.
  private static final Map<String, Long> DEFAULT_WINDOW = Map.of("gemma2", 4096L, "llama4", 8192L);

  private SlidingRule() {}

  /// Tokens that sliding layers see, 0 where there are none.
  static long window(ModelShape shape) {
    return shape
        .number("attention.sliding_window")
        .orElseGet(() -> DEFAULT_WINDOW.getOrDefault(shape.architecture(), 0L));
  }

  static boolean isSliding(ModelShape shape, int layer) {
    if (shape.value("attention.sliding_window_pattern").orElse("") instanceof List<?> pattern) {
      return layer < pattern.size() && Boolean.TRUE.equals(pattern.get(layer));
    }
    var nth = EVERY_NTH_IS_GLOBAL.get(shape.architecture());
    return nth != null && window(shape) > 0 && (layer + 1) % nth != 0;
  }
}
