package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oshi.hardware.GraphicsCard;

/// The GPU of Apple silicon, through OSHI, and how much of the memory it may take. The memory
/// itself is the processor's too, and is read there.
final class AppleGpu implements GpuSource {
  private final Supplier<List<GraphicsCard>> find;
  private final WiredLimitReader limit;
  private @Nullable OshiCard card;

  /// @param find runs `system_profiler` for a second or more, so that it is asked until it has
  ///   found something
  AppleGpu(Supplier<List<GraphicsCard>> find, WiredLimitReader limit) {
    this.find = find;
    this.limit = limit;
  }

  @Override
  public Cards read() {
    var open = card;
    if (open == null) {
      var found = find.get();
      if (found.isEmpty()) {
        return unread(Message.of("memory.gpu.silent", "macOS"));
      }
      open = OshiCard.open(0, found.getFirst());
      card = open;
    }
    return pool(open.name(), open.gpu().within(limit.read()));
  }

  @Override
  public Cards unread(Message reason) {
    return pool("", Gpu.unknown("apple", true, reason));
  }

  private Cards pool(String name, Gpu gpu) {
    Known<Long> elsewhere = Known.unknown(Message.of("memory.gpu.unified"));
    return Cards.of(
        new MemoryPool(MemoryPool.Kind.UNIFIED, name, elsewhere, elsewhere, Optional.of(gpu)));
  }

  @Override
  public void close() {
    var open = card;
    if (open != null) {
      open.close();
      card = null;
    }
  }
}
