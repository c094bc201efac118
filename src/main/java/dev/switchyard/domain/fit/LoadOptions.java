package dev.switchyard.domain.fit;

import java.util.Optional;

/// How a model is loaded, as far as memory depends on it.
///
/// @param contextLength tokens per request slot
/// @param slots requests served at once, the server's `OLLAMA_NUM_PARALLEL`; each has its own
///   context
/// @param kvType the server's `OLLAMA_KV_CACHE_TYPE`
/// @param batch `num_batch`, the prompt tokens worked on at once; empty where the server chooses
public record LoadOptions(int contextLength, int slots, KvType kvType, Optional<Integer> batch) {
  public LoadOptions {
    if (contextLength < 1 || slots < 1 || batch.filter(size -> size < 1).isPresent()) {
      throw new IllegalArgumentException("not positive");
    }
  }

  /// The server's defaults at this context length.
  public static LoadOptions of(int contextLength) {
    return new LoadOptions(contextLength, 1, KvType.F16, Optional.empty());
  }

  public LoadOptions withContextLength(int tokens) {
    return new LoadOptions(tokens, slots, kvType, batch);
  }

  public LoadOptions with(KvType type, int requestSlots) {
    return new LoadOptions(contextLength, requestSlots, type, batch);
  }

  public LoadOptions withBatch(Optional<Integer> size) {
    return new LoadOptions(contextLength, slots, kvType, size);
  }

  /// Whether the server's environment is the same.
  public boolean servedAs(LoadOptions other) {
    return kvType == other.kvType && slots == other.slots;
  }

  long allTokens() {
    return (long) contextLength * slots;
  }
}
