package dev.switchyard.domain.fit;

import java.util.Optional;

/// The latent vectors that keys and values come out of (MLA).
///
/// @param rank elements of one
/// @param turned elements beside it that are turned by the token's position, and of each query
/// @param keyLength elements of a head's query
/// @param valueLength elements of a head's value
/// @param storesVectors whether the cache holds these vectors rather than every head's keys and
///   values
record LatentShape(
    long rank, long turned, long keyLength, long valueLength, boolean storesVectors) {
  /// Empty for a model without them.
  static Optional<LatentShape> of(ModelShape shape) {
    var rank = shape.number("attention.kv_lora_rank").filter(elements -> elements > 0);
    var stored = shape.number("attention.key_length_mla");
    var key = stored.or(() -> shape.number("attention.key_length"));
    var value =
        shape.number("attention.value_length_mla").or(() -> shape.number("attention.value_length"));
    if (rank.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LatentShape(
            rank.get(),
            shape.number("rope.dimension_count").orElse(0L),
            key.get(),
            value.orElse(key.get()),
            stored.isPresent()));
  }

  /// Elements that the cache holds per token.
  long cellElements() {
    return rank + turned;
  }
}
