package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.WiredLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The memory that a model may be loaded into.
///
/// @param freeRam bytes that may be taken, or why that is not known. With one memory for both
///   (Apple silicon) what is left of it beside the GPU's share
/// @param freeGpus bytes that may be taken on each GPU; empty without GPUs
/// @param swap bytes that the system can move out to disk
/// @param unified whether GPU and CPU have one memory
/// @param reclaimed bytes counted as free although loaded models hold them: the server unloads
///   these when it needs room
public record Hardware(
    Known<Long> freeRam,
    List<Long> freeGpus,
    Optional<Long> swap,
    boolean unified,
    long reclaimed) {
  public Hardware {
    freeGpus = List.copyOf(freeGpus);
  }

  /// Hardware that is not this machine's, all of it free.
  ///
  /// @param vram bytes of one GPU; 0 for none
  public static Hardware of(long ram, long vram) {
    return of(ram, List.of(vram));
  }

  /// Hardware that is not this machine's, all of it free.
  ///
  /// @param vram bytes of each GPU; those of 0 bytes do not count
  public static Hardware of(long ram, List<Long> vram) {
    return new Hardware(Known.of(ram), present(vram), Optional.empty(), false, 0);
  }

  /// A machine whose memory cannot be seen from here.
  public static Hardware unseen(Message reason) {
    return new Hardware(Known.unknown(reason), List.of(), Optional.empty(), false, 0);
  }

  /// This machine as it is now.
  ///
  /// @param inRam bytes of RAM that loaded models hold and the server gives up when it needs room
  /// @param inVram bytes of GPU memory that they hold
  public static Hardware of(MemoryReading reading, long inRam, long inVram) {
    if (reading.ram().kind() == MemoryPool.Kind.UNIFIED) {
      return unified(reading.ram(), inRam + inVram);
    }
    var gpus = new ArrayList<Long>();
    // Ollama leaves GPUs inside the processor alone unless OLLAMA_IGPU_ENABLE is set.
    reading.gpus().toOptional().orElse(List.of()).stream()
        .filter(gpu -> !gpu.isIntegrated())
        .forEach(gpu -> free(gpu).ifPresent(gpus::add));
    if (gpus.size() == 1) {
      // With more than one nobody tells which of them gets how much back.
      gpus.set(0, gpus.getFirst() + inVram);
    }
    long reclaimed = inRam + (gpus.size() == 1 ? inVram : 0);
    return new Hardware(
        reading.ram().freeBytes().map(free -> free + inRam),
        gpus,
        Optional.empty(),
        false,
        reclaimed);
  }

  private static Hardware unified(MemoryPool memory, long reclaimed) {
    var free = memory.freeBytes().map(bytes -> bytes + reclaimed);
    long total = memory.totalBytes().toOptional().orElse(0L);
    long limit =
        memory.gpu().flatMap(Gpu::wiredLimit).orElseGet(() -> WiredLimit.byDefault(total)).bytes();
    long gpu = Math.min(limit, free.toOptional().orElse(0L));
    return new Hardware(
        free.map(bytes -> bytes - gpu),
        gpu > 0 ? List.of(gpu) : List.of(),
        Optional.empty(),
        true,
        reclaimed);
  }

  /// A GPU whose use cannot be seen counts with all that it has.
  private static Optional<Long> free(MemoryPool gpu) {
    return gpu.freeBytes().toOptional().or(() -> gpu.totalBytes().toOptional());
  }

  public Hardware withSwap(long bytes) {
    return new Hardware(freeRam, freeGpus, Optional.of(bytes), unified, reclaimed);
  }

  public Hardware withRam(long bytes) {
    return new Hardware(Known.of(bytes), freeGpus, swap, false, 0);
  }

  /// @param bytes of each GPU; those of 0 bytes do not count
  public Hardware withVram(List<Long> bytes) {
    return new Hardware(freeRam, present(bytes), swap, false, reclaimed);
  }

  private static List<Long> present(List<Long> gpus) {
    return gpus.stream().filter(bytes -> bytes > 0).toList();
  }

  OptionalLong largestFreeGpu() {
    return freeGpus.stream().mapToLong(Long::longValue).max();
  }
}
