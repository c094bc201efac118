package dev.switchyard.domain.fit;

/// What one layer of a model keeps per token or per request slot.
sealed interface Layer {
  /// A layer with a KV cache.
  ///
  /// @param heads heads that keep keys and values
  /// @param keyLength elements of one key
  /// @param valueLength elements of one value
  /// @param latentLength elements that the older engine keeps beside the key where keys and values
  ///   share one latent vector (MLA); 0 elsewhere
  /// @param sliding whether it sees the last tokens only
  record Attention(long heads, long keyLength, long valueLength, long latentLength, boolean sliding)
      implements Layer {}

  /// A layer with a state of fixed size in place of a cache.
  ///
  /// @param stateBytes bytes per request slot
  record Recurrent(Kind kind, long stateBytes) implements Layer {
    /// What is done with the state.
    enum Kind {
      DELTA_NET,
      STATE_SPACE,
      SHORT_CONVOLUTION
    }
  }
}
