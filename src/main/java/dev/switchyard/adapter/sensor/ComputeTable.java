package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The amdgpu driver's table of processes that compute on its cards, `/sys/class/kfd/kfd`.
final class ComputeTable {
  private static final Pattern PID = Pattern.compile("\\d{1,10}");
  private static final long MOST_BYTES = 1L << 50;

  private final Path folder;
  private final Map<String, Long> numbers = new HashMap<>();

  ComputeTable(Path folder) {
    this.folder = folder;
  }

  /// Bytes of a card's own memory by process; empty where the table does not have the card.
  synchronized Map<Long, Long> held(PciCard card) {
    var held = new HashMap<Long, Long>();
    var number = number(card);
    if (number.isPresent()) {
      for (var process : KernelFile.entries(folder.resolve("proc"))) {
        var pid = process.getFileName().toString();
        var file = new KernelFile(process.resolve("vram_" + number.getAsLong()));
        if (PID.matcher(pid).matches()
            && file.number(1, MOST_BYTES) instanceof Known.Value<Long>(var bytes)) {
          held.put(Long.parseLong(pid), bytes);
        }
      }
    }
    return held;
  }

  /// The table's own number of a card; the cards keep theirs while the driver runs.
  private OptionalLong number(PciCard card) {
    var known = numbers.get(card.address());
    if (known != null) {
      return OptionalLong.of(known);
    }
    for (var node : KernelFile.entries(folder.resolve("topology/nodes"))) {
      if (isNode(node, card)
          && new KernelFile(node.resolve("gpu_id")).number(1, Long.MAX_VALUE)
              instanceof Known.Value<Long>(var number)) {
        numbers.put(card.address(), number);
        return OptionalLong.of(number);
      }
    }
    return OptionalLong.empty();
  }

  /// Its `location_id` is the bus, device and function in one number.
  private static boolean isNode(Path node, PciCard card) {
    var properties = new KernelFile(node.resolve("properties")).text().orElse("");
    var parts = card.address().split("[:.]");
    long location =
        Long.parseLong(parts[1], 16) << 8
            | Long.parseLong(parts[2], 16) << 3
            | Long.parseLong(parts[3], 16);
    var lines = properties.lines().toList();
    return lines.contains("location_id " + location)
        && lines.contains("domain " + Long.parseLong(parts[0], 16));
  }
}
