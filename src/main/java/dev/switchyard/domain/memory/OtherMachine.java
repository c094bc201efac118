package dev.switchyard.domain.memory;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Hardware that a person describes by hand: "What if I had 24 GB?"
///
/// @param ramBytes its RAM, or the one memory of Apple silicon
/// @param gpuBytes the memory of each graphics card; none where all is one memory
/// @param unified whether processor and GPU share one memory
public record OtherMachine(long ramBytes, List<Long> gpuBytes, boolean unified) {
  /// Bytes; what can be entered.
  public static final long LEAST = 1L << 30;

  public static final long MOST = 1L << 44;
  public static final int MOST_GPUS = 16;

  /// @throws IllegalArgumentException if it is no machine, see [#isPossible]
  public OtherMachine {
    gpuBytes = List.copyOf(gpuBytes);
    if (!isPossible(ramBytes, gpuBytes, unified)) {
      throw new IllegalArgumentException("no machine has %d and %s".formatted(ramBytes, gpuBytes));
    }
  }

  /// Whether each amount lies between 1 GiB and 16 TiB, of at most sixteen cards, and one memory
  /// for all has no second one.
  public static boolean isPossible(long ramBytes, List<Long> gpuBytes, boolean unified) {
    return isAmount(ramBytes)
        && gpuBytes.size() <= MOST_GPUS
        && gpuBytes.stream().allMatch(OtherMachine::isAmount)
        && (!unified || gpuBytes.isEmpty());
  }

  private static boolean isAmount(long bytes) {
    return bytes >= LEAST && bytes <= MOST;
  }

  /// What a forecast is for.
  public Message description() {
    if (unified) {
      return Message.of("memory.other.unified", new Bytes(ramBytes));
    }
    return switch (gpuBytes.size()) {
      case 0 -> Message.of("memory.other.ram", new Bytes(ramBytes));
      case 1 -> Message.of("memory.other.gpu", new Bytes(ramBytes), new Bytes(gpuBytes.getFirst()));
      default ->
          Message.of(
              "memory.other.gpus",
              new Bytes(ramBytes),
              gpuBytes.size(),
              new Bytes(gpuBytes.stream().mapToLong(Long::longValue).sum()));
    };
  }

  /// How it would be read with nothing in use.
  ///
  /// @param at the moment to write on it
  public MemoryReading reading(Instant at) {
    var kind = unified ? MemoryPool.Kind.UNIFIED : MemoryPool.Kind.RAM;
    return new MemoryReading(at, free(kind, "", ramBytes), gpus());
  }

  private Known<List<MemoryPool>> gpus() {
    if (gpuBytes.isEmpty()) {
      return Known.unknown(Message.of(unified ? "memory.gpu.unified" : "memory.gpu.none"));
    }
    return Known.of(
        IntStream.range(0, gpuBytes.size())
            .mapToObj(i -> free(MemoryPool.Kind.VRAM, "GPU " + (i + 1), gpuBytes.get(i)))
            .toList());
  }

  private static MemoryPool free(MemoryPool.Kind kind, String name, long bytes) {
    return new MemoryPool(kind, name, Known.of(bytes), Known.of(0L), Optional.empty());
  }
}
