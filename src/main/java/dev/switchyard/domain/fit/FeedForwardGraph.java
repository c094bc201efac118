package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// A layer's feed-forward part: dense, of experts, or both.
///
/// Source: `build_ffn` of llama.cpp's `llama-graph.cpp`.
final class FeedForwardGraph {
  private final Batch batch;
  private final Calculation step;
  private final TensorIndex index;

  FeedForwardGraph(Batch batch) {
    this.batch = batch;
    this.step = batch.step();
    this.index = batch.index();
  }

  /// @param x not yet scaled to unit length
  Tensor result(Block block, Tensor x) {
    if (!hasExperts(block) || !batch.geometry().habits().expertsBesideDense()) {
      return ofNormed(block, batch.geometry().habits().normsBefore() ? batch.normed(x) : x);
    }
    var dense = step.norm(dense(block, step.norm(x), block.feedForward(), "ffn_gate"));
    var own = step.norm(x);
    var experts = new ExpertGraph(batch, block);
    var votes = experts.votes(Tensor.over(Tensor.over(Tensor.over(x)), Tensor.stored()));
    return step.sum(dense, step.norm(experts.result(own, votes)));
  }

  /// @param x scaled to unit length
  Tensor ofNormed(Block block, Tensor x) {
    if (!hasExperts(block)) {
      return dense(block, x, block.feedForward(), "ffn_gate");
    }
    var experts = new ExpertGraph(batch, block);
    var routed = experts.result(x, experts.votes(x));
    return index
        .width(block.number(), "ffn_up_shexp")
        .map(size -> step.sum(routed, shared(block, x, size)))
        .orElse(routed);
  }

  private boolean hasExperts(Block block) {
    return index.has(block.number(), "ffn_gate_inp");
  }

  /// The experts that work on every token, let through by a gate of their own in some models.
  private Tensor shared(Block block, Tensor x, long size) {
    var all = dense(block, x, size, "ffn_gate_shexp");
    return index.has(block.number(), "ffn_gate_inp_shexp")
        ? Tensor.over(all, Tensor.over(step.product(x, 1)))
        : all;
  }

  private Tensor dense(Block block, Tensor x, long size, String gateName) {
    if (index.has(block.number(), gateName)) {
      var up = step.product(x, size);
      return step.product(step.gated(step.product(x, size), up), batch.width());
    }
    boolean merged =
        index.width(block.number(), "ffn_up").filter(rows -> rows == 2 * size).isPresent();
    var up = step.product(x, merged ? 2 * size : size);
    var inner = merged ? Tensor.result(List.of(up), size, x.size(1)) : Tensor.over(up);
    return step.product(inner, batch.width());
  }
}
