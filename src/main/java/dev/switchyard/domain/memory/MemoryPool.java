package dev.switchyard.domain.memory;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.time.Instant;
import java.util.Optional;

/// One pool of memory that models are loaded into.
///
/// @param kind which kind of memory
/// @param name what the person calls it: the GPU's product name; empty for RAM
/// @param totalBytes its size in bytes
/// @param usedBytes bytes in use by everybody, or why that cannot be seen
/// @param gpu the GPU that uses it; empty for RAM, and where nothing more is known
public record MemoryPool(
    Kind kind, String name, Known<Long> totalBytes, Known<Long> usedBytes, Optional<Gpu> gpu) {
  /// Main memory, a GPU's own memory, or one memory for both (Apple silicon).
  public enum Kind {
    RAM,
    VRAM,
    UNIFIED
  }

  /// A GPU of which no more is known than that it may be there.
  public static MemoryPool unknownGpu(String id, String name, boolean integrated, Message reason) {
    Known<Long> unknown = Known.unknown(reason);
    return new MemoryPool(
        Kind.VRAM, name, unknown, unknown, Optional.of(Gpu.unknown(id, integrated, reason)));
  }

  /// @param bytes its size, which stays known while the rest is not
  public MemoryPool withTotal(Known<Long> bytes) {
    return new MemoryPool(kind, name, bytes, usedBytes, gpu);
  }

  /// @param bytes how much of it is in use
  MemoryPool withUsed(Known<Long> bytes) {
    return new MemoryPool(kind, name, totalBytes, bytes, gpu);
  }

  public Known<Long> freeBytes() {
    return totalBytes.flatMap(total -> usedBytes.map(used -> Math.max(0, total - used)));
  }

  /// What tells it from the other pools of its machine, at every reading the same.
  public String id() {
    return gpu.map(Gpu::id).orElse(name);
  }

  /// Whether it belongs to a GPU inside the processor.
  public boolean isIntegrated() {
    return gpu.filter(Gpu::integrated).isPresent();
  }

  /// When it was read, where its driver has not answered since.
  public Optional<Instant> staleSince() {
    return gpu.flatMap(Gpu::staleSince);
  }

  /// The same figures, marked as those of an earlier moment.
  public MemoryPool since(Instant read) {
    return new MemoryPool(kind, name, totalBytes, usedBytes, gpu.map(card -> card.since(read)));
  }
}
