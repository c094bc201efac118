package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;

/// Where a model's memory goes.
///
/// @param gpuBytes on all GPUs
/// @param ramBytes in RAM
/// @param verdict what that means; unknown where the free RAM is not known and matters
public record Placement(long gpuBytes, long ramBytes, Known<Verdict> verdict) {

  static Placement of(long needed, long reservePerGpu, Hardware hardware, Engine engine) {
    if (hardware.freeGpus().isEmpty()) {
      return new Placement(0, needed, inRam(needed, hardware, engine, Verdict.FITS));
    }
    long room =
        hardware.freeGpus().stream().mapToLong(free -> Math.max(0, free - reservePerGpu)).sum();
    if (needed <= room) {
      return new Placement(needed, 0, Known.of(Verdict.FITS));
    }
    long rest = needed - room;
    return new Placement(room, rest, inRam(rest, hardware, engine, Verdict.SPLITS));
  }

  private static Known<Verdict> inRam(
      long bytes, Hardware hardware, Engine engine, Verdict whenFree) {
    return hardware.freeRam().map(free -> inRam(bytes, free, hardware, engine, whenFree));
  }

  private static Verdict inRam(
      long bytes, long free, Hardware hardware, Engine engine, Verdict whenFree) {
    if (bytes <= free) {
      return whenFree;
    }
    // The older engines counted free swap as memory and refused what is larger; llama-server does
    // not look. Where the size
    // of the swap is not known, no more than the RAM's is taken for possible.
    long swap = hardware.swap().orElse(engine.refusesTooLarge() ? 0 : free);
    return bytes <= free + swap ? Verdict.SWAPS : Verdict.CANNOT_LOAD;
  }
}
