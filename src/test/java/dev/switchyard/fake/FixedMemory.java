package dev.switchyard.fake;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A machine's memory as a test says it is.
public final class FixedMemory implements MemorySensor {
  private Instant now = Instant.parse("2026-04-20T09:00:00Z");
  private MemoryPool ram;
  private Known<List<MemoryPool>> gpus;

  private FixedMemory(MemoryPool ram, Known<List<MemoryPool>> gpus) {
    this.ram = ram;
    this.gpus = gpus;
  }

  /// @param ram bytes of RAM
  /// @param gpus bytes of each GPU
  public static FixedMemory of(long ram, Long... gpus) {
    var pools =
        Arrays.stream(gpus).map(bytes -> pool(MemoryPool.Kind.VRAM, "GPU", bytes, 0)).toList();
    return new FixedMemory(
        pool(MemoryPool.Kind.RAM, "", ram, 0),
        pools.isEmpty() ? Known.unknown(Message.of("memory.gpu.none")) : Known.of(pools));
  }

  /// One memory for processor and GPU.
  public static FixedMemory unified(long bytes) {
    return new FixedMemory(
        pool(MemoryPool.Kind.UNIFIED, "", bytes, 0),
        Known.unknown(Message.of("memory.gpu.unified")));
  }

  /// From now on so much RAM is in use.
  public FixedMemory use(long bytes) {
    ram = pool(ram.kind(), "", ram.totalBytes().toOptional().orElseThrow(), bytes);
    return this;
  }

  /// From now on nobody can tell how much of the GPUs is in use.
  public FixedMemory withSilentGpus() {
    gpus =
        gpus.map(pools ->
            pools.stream()
                .map(pool ->
                    new MemoryPool(
                        pool.kind(),
                        pool.name(),
                        pool.totalBytes(),
                        Known.unknown(Message.of("memory.gpu.silent", pool.name())),
                        Optional.empty()))
                .toList());
    return this;
  }

  @Override
  public MemoryReading read() {
    now = now.plusSeconds(1);
    return new MemoryReading(now, ram, gpus);
  }

  private static MemoryPool pool(MemoryPool.Kind kind, String name, long total, long used) {
    return new MemoryPool(kind, name, Known.of(total), Known.of(used), Optional.empty());
  }

  @Override
  public void close() {}
}
