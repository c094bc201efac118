package dev.switchyard.domain.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gemma 4 as its converter and its test fixtures in Ollama's source describe it. File sizes are
/// the guide's.
final class Gemma4 {
  private record Size(
      int layers,
      int everyNth,
      int shared,
      long window,
      long local,
      long global,
      long width,
      long heads,
      double gb) {}

  private static final Map<String, Size> SIZES =
      Map.of(
          "e2b", new Size(35, 5, 20, 512, 1, 1, 1536, 8, 7.2),
          "e4b", new Size(42, 6, 18, 512, 2, 2, 2560, 8, 9.6),
          "12b", new Size(48, 6, 0, 1024, 8, 1, 3840, 16, 8),
          "26b", new Size(30, 6, 0, 1024, 8, 2, 2816, 16, 18),
          "31b", new Size(60, 6, 0, 1024, 16, 4, 5376, 32, 20));

  private Gemma4() {}

  static ModelShape shape(String name) {
    var size = SIZES.get(name);
    var kvHeads = new ArrayList<Object>();
    var sliding = new ArrayList<Object>();
    for (int i = 0; i < size.layers(); i++) {
      boolean slides = (i + 1) % size.everyNth() != 0;
      sliding.add(slides);
      kvHeads.add(slides ? size.local() : size.global());
    }
    var values = new HashMap<String, Object>();
    values.put("general.architecture", "gemma4");
    put(values, "block_count", (long) size.layers());
    put(values, "context_length", 131_072L);
    put(values, "embedding_length", size.width());
    put(values, "feed_forward_length", 4 * size.width());
    put(values, "attention.head_count", size.heads());
    put(values, "attention.head_count_kv", List.copyOf(kvHeads));
    put(values, "attention.key_length", 512L);
    put(values, "attention.value_length", 512L);
    put(values, "attention.key_length_swa", 256L);
    put(values, "attention.value_length_swa", 256L);
    put(values, "attention.sliding_window", size.window());
    put(values, "attention.sliding_window_pattern", List.copyOf(sliding));
    put(values, "attention.shared_kv_layers", (long) size.shared());
    return new ModelShape("gemma4", values, List.of(), (long) (size.gb() * 1e9));
  }

  private static void put(Map<String, Object> values, String name, Object value) {
    values.put("gemma4." + name, value);
  }
}
