package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;

/// A layer that mixes a token with the few before it by a convolution alone, as LFM2 has beside its
/// attention layers.
///
/// Source: llama.cpp's `models/lfm2.cpp`.
final class ShortConvolutionGraph {
  private final Batch batch;
  private final Calculation step;
  private final RecurrentStates states;
  private final long kernel;

  /// @param kernel tokens that it looks at
  ShortConvolutionGraph(Batch batch, RecurrentStates states, long kernel) {
    this.batch = batch;
    this.step = batch.step();
    this.states = states;
    this.kernel = kernel;
  }

  Tensor result(Tensor x) {
    long width = batch.width();
    long perSlot = batch.tokensPerSlot();
    int slots = batch.slots();
    var all = step.product(x.reshaped(width, perSlot, slots), 3 * width);
    var before = all.part(width, perSlot, slots);
    var after = all.part(width, perSlot, slots);
    var let = Tensor.over(before, all.part(width, perSlot, slots));
    var convolution = new Convolution(batch, states, kernel, width);
    var convolved = convolution.result(convolution.kept(), let);
    return step.product(Tensor.over(after, convolved), width).reshaped(width, batch.tokens());
  }
}
