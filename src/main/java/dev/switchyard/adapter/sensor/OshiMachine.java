package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.hardware.GraphicsCard;

/// Windows and macOS through OSHI, which is not asked for anything before the first reading.
final class OshiMachine {
  private final MemoryPool.Kind kind;
  private final List<GpuSource> sources;
  private @Nullable GlobalMemory memory;

  private OshiMachine(MemoryPool.Kind kind, GpuSource source) {
    this.kind = kind;
    sources = List.of(source);
  }

  /// Each card with memory of its own.
  static OshiMachine ofCards() {
    return new OshiMachine(MemoryPool.Kind.RAM, new OshiCards(OshiMachine::graphicsCards));
  }

  /// One memory for processor and GPU, as on Apple silicon.
  static OshiMachine unified(WiredLimitReader limit) {
    return new OshiMachine(
        MemoryPool.Kind.UNIFIED, new AppleGpu(OshiMachine::graphicsCards, limit));
  }

  private static List<GraphicsCard> graphicsCards() {
    return new SystemInfo().getHardware().getGraphicsCards();
  }

  MemoryPool ram() {
    var open = memory;
    if (open == null) {
      open = new SystemInfo().getHardware().getMemory();
      memory = open;
    }
    long total = open.getTotal();
    return new MemoryPool(
        kind, "", Known.of(total), Known.of(total - open.getAvailable()), Optional.empty());
  }

  List<GpuSource> gpus() {
    return sources;
  }
}
