package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;

/// Where a model's memory goes.
///
/// @param gpuBytes on all GPUs
/// @param ramBytes in RAM
/// @param gpuLayers layers that stay on the GPUs, reckoned as equally large
/// @param verdict what that means; unknown where the free RAM is not known and matters
public record Placement(long gpuBytes, long ramBytes, int gpuLayers, Known<Verdict> verdict) {

  /// @param layers all layers of the model
  static Placement of(MemoryNeed need, int layers, Hardware hardware, Engine engine) {
    long needed = need.totalBytes();
    if (hardware.freeGpus().isEmpty()) {
      return new Placement(0, needed, 0, inRam(needed, hardware, engine, Verdict.FITS));
    }
    long reserve = need.headroomBytes(Part.Name.RESERVE);
    long room = hardware.freeGpus().stream().mapToLong(free -> Math.max(0, free - reserve)).sum();
    if (needed <= room) {
      return new Placement(needed, 0, layers, Known.of(Verdict.FITS));
    }
    long rest = needed - room;
    return new Placement(
        room, rest, layersIn(room, need, layers), inRam(rest, hardware, engine, Verdict.SPLITS));
  }

  /// The working memory is needed on the GPU as soon as one layer is there.
  private static int layersIn(long room, MemoryNeed need, int layers) {
    long compute = need.bytes(Part.Name.COMPUTE);
    long each = Math.max(1, (need.totalBytes() - compute) / Math.max(1, layers));
    return Math.clamp((room - compute) / each, 0, layers);
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
    // not look. Where the size of the swap is not known, no more than the RAM's is taken for
    // possible.
    long swap = hardware.swap().orElse(engine.refusesTooLarge() ? 0 : free);
    return bytes <= free + swap ? Verdict.SWAPS : Verdict.CANNOT_LOAD;
  }
}
