package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.Optional;

/// What the layers of one kind, those that see everything or those that slide, share: they stay in
/// memory from the first such layer to the last.
///
/// @param mask which token may see which cell: two bytes per token of the batch and cell of a slot
/// @param keyPlaces the cells that new keys go to
/// @param valuePlaces the cells that new values go to
/// @param keyRotation turns queries and keys before they are stored quantized
/// @param valueRotation turns values
/// @param valuesFirst whether values are calculated before keys
/// @param flash whether attention is worked out without keeping every score
record AttentionInputs(
    Tensor mask,
    Tensor keyPlaces,
    Tensor valuePlaces,
    Optional<Tensor> keyRotation,
    Optional<Tensor> valueRotation,
    boolean valuesFirst,
    boolean flash) {
  private static final long SMALLEST_ROTATION = 64;

  /// @param cells cells of one slot
  /// @param keyLength elements of a key, 0 where such layers do not exist
  /// @param valueLength elements of a value
  static AttentionInputs ofLlamaServer(
      long cells, long tokens, KvType type, long keyLength, long valueLength, boolean valuesFirst) {
    boolean turns = type.isQuantized() && keyLength > 0;
    boolean turnsKeys = turns && keyLength % SMALLEST_ROTATION == 0;
    boolean turnsValues = turns && valueLength % SMALLEST_ROTATION == 0;
    return new AttentionInputs(
        Tensor.input(Tensor.F16, cells, tokens),
        Tensor.input(Tensor.I64, tokens),
        Tensor.input(Tensor.I64, tokens),
        turnsKeys ? Optional.of(square(largestRotation(keyLength))) : Optional.empty(),
        turnsValues ? Optional.of(square(SMALLEST_ROTATION)) : Optional.empty(),
        valuesFirst,
        true);
  }

  /// @param cells cells of all slots
  static AttentionInputs ofOllama(long cells, long tokens, boolean flash) {
    var mask = Tensor.stored(cells, tokens);
    var places = Tensor.stored(tokens);
    return new AttentionInputs(
        flash ? Tensor.converted(Tensor.F16, mask) : mask,
        places,
        places,
        Optional.empty(),
        Optional.empty(),
        false,
        flash);
  }

  /// The largest power of two, from 64 on, that divides a key.
  private static long largestRotation(long keyLength) {
    long size = SMALLEST_ROTATION;
    while (keyLength % (2 * size) == 0) {
      size *= 2;
    }
    return size;
  }

  private static Tensor square(long size) {
    return Tensor.input(Tensor.F32, size, size);
  }
}
