package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Graph;
import dev.switchyard.domain.fit.graph.Tensor;
import java.util.Optional;

/// One batch of prompt tokens on its way through a model: what every part of its graph needs.
///
/// @param step the steps that are written down, in the graph of the whole batch
/// @param slots requests served at once
/// @param tokens prompt tokens worked on at once
/// @param positions where these stand in the prompt; empty where the model does not ask
record Batch(
    Calculation step,
    ModelShape shape,
    Geometry geometry,
    TensorIndex index,
    int slots,
    long tokens,
    Optional<Tensor> positions) {
  static Batch of(
      ModelShape shape, Geometry geometry, int slots, long tokens, Optional<Tensor> positions) {
    return new Batch(
        new Calculation(new Graph()), shape, geometry, geometry.index(), slots, tokens, positions);
  }

  /// Elements per token between the layers.
  long width() {
    return geometry.width();
  }

  /// Of the prompt of each slot.
  long tokensPerSlot() {
    return tokens / slots;
  }

  /// The product with one of a layer's matrices, and its bias where the layer has one.
  ///
  /// @param size elements per token that come out
  Tensor projected(Block block, String name, Tensor x, long size) {
    return step.biased(step.product(x, size), index.hasBias(block.number(), name));
  }

  /// Scaled to unit length and weighted, as the architecture does it.
  Tensor normed(Tensor x) {
    return geometry.habits().centers() ? step.centered(x) : step.norm(x);
  }

  /// Turned by where the tokens stand.
  Tensor atPositions(Tensor x) {
    return positions.map(where -> Tensor.over(x, where)).orElse(x);
  }
}
