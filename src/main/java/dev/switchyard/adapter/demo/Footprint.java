package dev.switchyard.adapter.demo;

import dev.switchyard.domain.endpoint.Version;
import java.util.List;
import java.util.Map;

/// What a simulated model takes in memory. Deliberately not the calculation of `domain.fit`: a test
/// double that shares the code under test proves nothing.
///
/// @param globalBytes KV cache of the layers that see the whole context
/// @param windowBytes KV cache of the sliding-window layers
record Footprint(long weightBytes, long globalBytes, long windowBytes, long computeBytes) {
  private static final int BATCH = 512;
  private static final long COMPUTE_CONSTANT_BYTES = 40L << 20;

  static Footprint of(SimulatedModel model, int context) {
    var values = model.shape().values();
    var prefix = model.shape().architecture() + ".";
    long layers =
        number(values, prefix + "block_count")
            - number(values, prefix + "attention.shared_kv_layers");
    long cells = (context + 255L) / 256 * 256;
    long window = number(values, prefix + "attention.sliding_window");
    long windowCells = Math.min(cells, (window + BATCH + 255) / 256 * 256);
    long global = 0;
    long local = 0;
    for (int layer = 0; layer < layers; layer++) {
      boolean sliding =
          at(values, prefix + "attention.sliding_window_pattern", layer) instanceof Boolean flag
              && flag;
      long heads =
          at(values, prefix + "attention.head_count_kv", layer) instanceof Long count ? count : 0;
      long key = number(values, prefix + "attention.key_length" + (sliding ? "_swa" : ""));
      long value = number(values, prefix + "attention.value_length" + (sliding ? "_swa" : ""));
      long perCell = heads * (key + value) * 2;
      if (sliding) {
        local += perCell * windowCells;
      } else {
        global += perCell * cells;
      }
    }
    return new Footprint(model.bytes(), global, local, COMPUTE_CONSTANT_BYTES + 2L * BATCH * cells);
  }

  long totalBytes() {
    return weightBytes + globalBytes + windowBytes + computeBytes;
  }

  /// Since 0.30 `/api/ps` leaves out the global layers of sliding-window models: its last KV figure
  /// replaces the first.
  long toldBytes(Version version) {
    boolean undercounts = version.isAtLeast(Version.of(0, 30, 0)) && windowBytes > 0;
    return undercounts ? totalBytes() - globalBytes : totalBytes();
  }

  private static long number(Map<String, Object> values, String key) {
    return values.get(key) instanceof Long number ? number : 0;
  }

  /// A value for one layer: some models have one for all, some a list.
  private static Object at(Map<String, Object> values, String key, int layer) {
    return switch (values.get(key)) {
      case List<?> list when layer < list.size() -> list.get(layer);
      case Long number -> number;
      case null, default -> "absent";
    };
  }
}
