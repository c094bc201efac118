package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;

/// Reads memory through OSHI. It is not asked for anything before the first reading.
public final class OshiMemorySensor implements MemorySensor {
  private final Clock clock;
  private final boolean appleSilicon;
  private @Nullable GlobalMemory memory;
  private List<OshiCard> gpus = List.of();

  /// @param appleSilicon whether processor and GPU share one memory, as on Apple silicon
  public OshiMemorySensor(Clock clock, boolean appleSilicon) {
    this.clock = clock;
    this.appleSilicon = appleSilicon;
  }

  @Override
  public synchronized MemoryReading read() {
    var ram = opened();
    long total = ram.getTotal();
    var kind = appleSilicon ? MemoryPool.Kind.UNIFIED : MemoryPool.Kind.RAM;
    var pool =
        new MemoryPool(
            kind, "", Known.of(total), Known.of(total - ram.getAvailable()), Optional.empty());
    return new MemoryReading(clock.instant(), pool, gpuPools());
  }

  private GlobalMemory opened() {
    var open = memory;
    if (open == null) {
      HardwareAbstractionLayer hardware = new SystemInfo().getHardware();
      open = hardware.getMemory();
      memory = open;
      if (!appleSilicon) {
        var totals = VramTotals.ofThisMachine();
        var cards = hardware.getGraphicsCards();
        gpus =
            IntStream.range(0, cards.size())
                .mapToObj(i -> OshiCard.open(String.valueOf(i), cards.get(i), totals))
                .toList();
      }
    }
    return open;
  }

  private Known<List<MemoryPool>> gpuPools() {
    if (appleSilicon) {
      return Known.unknown(Message.of("memory.gpu.unified"));
    }
    if (gpus.isEmpty()) {
      return Known.unknown(Message.of("memory.gpu.none"));
    }
    var pools = gpus.stream().filter(OshiCard::hasOwnMemory).map(OshiCard::pool).toList();
    if (pools.isEmpty()) {
      var names = String.join(", ", gpus.stream().map(OshiCard::name).toList());
      return Known.unknown(Message.of("memory.gpu.no-own-memory", names));
    }
    return Known.of(pools);
  }

  @Override
  public synchronized void close() {
    gpus.forEach(OshiCard::close);
    gpus = List.of();
    memory = null;
  }
}
