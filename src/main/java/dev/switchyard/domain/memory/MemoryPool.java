package dev.switchyard.domain.memory;

import dev.switchyard.domain.Known;
import java.util.Optional;

/// One pool of memory that models are loaded into.
///
/// @param kind which kind of memory
/// @param name what the person calls it: the GPU's product name; empty for RAM
/// @param totalBytes its size in bytes
/// @param usedBytes bytes in use by everybody, or why that cannot be seen
/// @param load how busy and how warm the GPU is, where the driver tells
public record MemoryPool(
    Kind kind, String name, Known<Long> totalBytes, Known<Long> usedBytes, Optional<GpuLoad> load) {
  /// Main memory, a GPU's own memory, or one memory for both (Apple silicon).
  public enum Kind {
    RAM,
    VRAM,
    UNIFIED
  }

  /// @param utilizationPercent 0-100, or why unknown
  /// @param temperatureCelsius degrees Celsius, or why unknown
  public record GpuLoad(Known<Double> utilizationPercent, Known<Double> temperatureCelsius) {}

  public Known<Long> freeBytes() {
    return switch (totalBytes) {
      case Known.Unknown<Long> unknown -> unknown;
      case Known.Value<Long>(var total) -> usedBytes.map(used -> Math.max(0, total - used));
    };
  }
}
