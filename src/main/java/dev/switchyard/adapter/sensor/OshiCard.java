package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.Optional;
import oshi.hardware.GpuStats;
import oshi.hardware.GraphicsCard;

/// One graphics card and the open session that its figures are read from.
///
/// OSHI says -1 where the driver does not tell; here that becomes an unknown with its reason.
///
/// @param totalBytes its own memory in bytes, 0 where it has none or nobody trustworthy tells
record OshiCard(String id, String name, long totalBytes, GpuStats stats) implements AutoCloseable {
  static OshiCard open(String id, GraphicsCard card, VramTotals totals) {
    return new OshiCard(id, card.getName(), totals.of(card), card.createStatsSession());
  }

  boolean hasOwnMemory() {
    return totalBytes > 0;
  }

  MemoryPool pool() {
    var gpu =
        new Gpu(
            id,
            false,
            known(stats.getGpuUtilization()),
            known(stats.getTemperature()),
            Known.unknown(silent()),
            Optional.empty(),
            Optional.empty());
    return new MemoryPool(
        MemoryPool.Kind.VRAM, name, Known.of(totalBytes), used(), Optional.of(gpu));
  }

  private Known<Long> used() {
    long bytes = stats.getVramUsed();
    return bytes < 0 ? Known.unknown(silent()) : Known.of(Math.min(bytes, totalBytes));
  }

  private Known<Double> known(double figure) {
    return figure < 0 || Double.isNaN(figure) ? Known.unknown(silent()) : Known.of(figure);
  }

  private Message silent() {
    return Message.of("memory.gpu.silent", name);
  }

  @Override
  public void close() {
    stats.close();
  }
}
