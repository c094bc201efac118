package dev.switchyard.domain.fit;

import java.util.Optional;

/// One layer of a model, as its calculation needs to know it.
///
/// @param number counted from 0
/// @param keeps what it keeps between batches; empty where it reads another layer's cache
/// @param heads query heads
/// @param kvHeads heads of keys and values
/// @param keyLength elements of one key
/// @param valueLength elements of one value
/// @param sliding whether it sees the last tokens only
/// @param feedForward elements per token inside its dense feed-forward part, 0 without one
record Block(
    int number,
    Optional<Layer> keeps,
    long heads,
    long kvHeads,
    long keyLength,
    long valueLength,
    boolean sliding,
    long feedForward) {
  boolean isRecurrent() {
    return keeps.filter(Layer.Recurrent.class::isInstance).isPresent();
  }

  boolean ownsCache() {
    return keeps.filter(Layer.Attention.class::isInstance).isPresent();
  }
}
