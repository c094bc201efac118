package dev.switchyard.domain.memory;

import dev.switchyard.domain.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All pools of the machine at one moment.
///
/// @param at when it was read
/// @param ram main memory, or the unified memory of Apple silicon
/// @param gpus one pool per GPU with memory of its own, in the order of their places in the
///   machine; or why there is none to show
public record MemoryReading(Instant at, MemoryPool ram, Known<List<MemoryPool>> gpus) {
  /// RAM first, then the GPUs.
  public List<MemoryPool> pools() {
    var pools = new ArrayList<MemoryPool>();
    pools.add(ram);
    gpus.toOptional().ifPresent(pools::addAll);
    return pools;
  }

  /// A GPU's name, and its address too where another one has the same name.
  public String label(MemoryPool gpu) {
    boolean unique =
        gpus.toOptional().orElse(List.of()).stream()
                .filter(other -> other.name().equals(gpu.name()))
                .count()
            < 2;
    return unique ? gpu.name() : gpu.name() + " · " + gpu.id();
  }
}
