package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// The convolution over the last few tokens that recurrent layers begin with: what it needs of
/// earlier batches is kept per slot.
///
/// Source: `build_conv_state` of llama.cpp's `models/delta-net-base.cpp`, and `mamba-base.cpp`.
///
/// @param kernel tokens that it looks at
/// @param channels elements per token
record Convolution(Batch batch, RecurrentStates states, long kernel, long channels) {
  /// The tokens that were kept; they are read before the new ones are worked out.
  Tensor kept() {
    return states.copied((kernel - 1) * channels).reshaped(kernel - 1, channels, batch.slots());
  }

  /// @param kept what [#kept] gave
  /// @param x the new tokens, slot by slot
  Tensor result(Tensor kept, Tensor x) {
    long perSlot = batch.tokensPerSlot();
    var all =
        Tensor.result(
            List.of(kept, x.part(perSlot, channels, batch.slots())),
            kernel - 1 + perSlot,
            channels,
            batch.slots());
    states.keep(all.part(kernel - 1, channels, batch.slots()));
    return Tensor.result(List.of(all, Tensor.stored()), channels, perSlot, batch.slots());
  }
}
