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
  static Placement of(MemoryNeed need, int layers, Room room) {
    long needed = need.totalBytes();
    var verdict = room.verdict(needed);
    if (!room.onGpu()) {
      return new Placement(0, needed, 0, verdict);
    }
    long onGpu = Math.min(needed, room.wanted().toOptional().orElse(0L));
    int stay = onGpu == needed ? layers : layersIn(onGpu, need, layers);
    return new Placement(onGpu, needed - onGpu, stay, verdict);
  }

  /// The working memory is needed on the GPU as soon as one layer is there.
  private static int layersIn(long room, MemoryNeed need, int layers) {
    long compute = need.bytes(Part.Name.COMPUTE);
    long each = Math.max(1, (need.totalBytes() - compute) / Math.max(1, layers));
    return Math.clamp((room - compute) / each, 0, layers);
  }
}
