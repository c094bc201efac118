package dev.switchyard.domain.model;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who holds what in one pool of memory: the loaded models, as the server tells, and everything
/// else.
///
/// @param models one share for each model that holds some of the pool, largest first
/// @param restBytes what is in use beside them; empty where use cannot be seen
/// @param beyondUse how many bytes the models are said to hold beyond what the system counts as in
///   use: a model in RAM is mapped from its file, and the system counts that as a cache that it can
///   give back
public record MemoryShares(List<Share> models, Optional<Long> restBytes, long beyondUse) {
  public record Share(ModelName model, long bytes) {}

  public MemoryShares {
    models = List.copyOf(models);
  }

  /// @param gpuCount how many GPUs there are: the server tells one figure for all of them, so with
  ///   more than one nothing can be said of each
  public static MemoryShares of(MemoryPool pool, List<LoadedModel> loaded, int gpuCount) {
    var shares = new ArrayList<Share>();
    for (var model : loaded) {
      long bytes = held(pool.kind(), model, gpuCount);
      if (bytes > 0) {
        shares.add(new Share(model.name(), bytes));
      }
    }
    shares.sort((a, b) -> Long.compare(b.bytes(), a.bytes()));
    long sum = shares.stream().mapToLong(Share::bytes).sum();
    return switch (pool.usedBytes()) {
      case Known.Value<Long>(var used) ->
          new MemoryShares(shares, Optional.of(Math.max(0, used - sum)), Math.max(0, sum - used));
      case Known.Unknown<Long> _ -> new MemoryShares(shares, Optional.empty(), 0);
    };
  }

  private static long held(MemoryPool.Kind kind, LoadedModel model, int gpuCount) {
    return switch (kind) {
      case RAM -> model.ramBytes();
      case UNIFIED -> model.bytes();
      case VRAM -> gpuCount == 1 ? model.vramBytes() : 0;
    };
  }
}
