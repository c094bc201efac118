package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.Optional;

/// One batch of prompt tokens through a model.
///
/// What both of Ollama's engines do in the same steps and the same order stands here; which of the
/// steps a layer has is read from the weights that it brings along. The size of a batch, the widths
/// of the model and the masks decide what is alive at the peak; the vocabulary enters with one row
/// per slot only.
abstract sealed class PromptGraph permits LlamaServerGraph, OllamaGraph {
  private final Batch batch;
  private final Calculation step;
  private final TensorIndex index;
  private final AttentionInputs global;
  private final AttentionInputs sliding;
  private final FeedForwardGraph feedForward;
  private final Habits habits;

  /// @param global what the layers share that see everything
  /// @param sliding what the other layers share
  PromptGraph(Batch batch, AttentionInputs global, AttentionInputs sliding) {
    this.batch = batch;
    this.step = batch.step();
    this.index = batch.index();
    this.global = global;
    this.sliding = sliding;
    this.feedForward = new FeedForwardGraph(batch);
    this.habits = batch.geometry().habits();
  }

  /// The vectors of the tokens, in the graph.
  abstract Tensor embedded();

  /// What each layer is given of its own: one vector per layer and token.
  abstract Tensor perLayerInputs(Tensor x);

  /// A layer's own vectors, let through by a gate.
  ///
  /// @param gate one number for each of theirs
  abstract Tensor ownInput(Tensor gate, Tensor perLayer);

  /// Whether the last layer goes on with the rows only that are asked for.
  abstract boolean narrowsLastLayer();

  /// What lets a layer's tokens know of each other.
  Tensor mixed(Block block, Tensor x) {
    return new AttentionGraph(batch, inputs(block)).result(block, x);
  }

  private Tensor firstPart(Block block, Tensor x) {
    return block.keeps().isEmpty() && habits.onePartPerLayer()
        ? feedForward.ofNormed(block, x)
        : mixed(block, x);
  }

  final AttentionInputs inputs(Block block) {
    return block.sliding() ? sliding : global;
  }

  final long peakBytes() {
    var embedded = embedded();
    var x = embedded;
    var geometry = batch.geometry();
    var perLayer = geometry.perLayerWidth() > 0 ? perLayerInputs(x) : null;
    var asked = Tensor.stored(batch.slots());
    for (var block : geometry.blocks()) {
      boolean narrow = narrowsLastLayer() && block.number() == geometry.blocks().size() - 1;
      x =
          layer(
              block,
              x,
              Optional.ofNullable(perLayer),
              narrow ? Optional.of(asked) : Optional.empty());
      if (block.number() < geometry.deepLayers()) {
        x = step.sum(x, embedded.part(batch.width(), batch.tokens()));
      }
    }
    var normed = batch.normed(x);
    var outputs = narrowsLastLayer() ? normed : step.rows(normed, asked, batch.width());
    step.add(step.product(outputs, geometry.vocabulary()));
    return step.graph().peakBytes();
  }

  final Batch batch() {
    return batch;
  }

  private Tensor layer(Block block, Tensor x, Optional<Tensor> perLayer, Optional<Tensor> asked) {
    var normed = habits.normsBefore() ? batch.normed(x) : x;
    var attended = only(asked, firstPart(block, normed));
    var before = only(asked, x);
    if (habits.feedsBesideAttention()) {
      return beside(attended, before, feedForward.ofNormed(block, only(asked, normed)));
    }
    if (habits.normsAfter() && index.has(block.number(), "post_attention_norm")) {
      attended = step.norm(attended);
    }
    var middle = joined(attended, before);
    if (habits.onePartPerLayer()) {
      return middle;
    }
    var fed = feedForward.result(block, middle);
    if (index.has(block.number(), "post_ffw_norm")) {
      fed = step.norm(fed);
    }
    var sum = joined(fed, middle);
    var out = perLayer.map(all -> withOwnInput(sum, all)).orElse(sum);
    return index.has(block.number(), "layer_output_scale")
        ? Tensor.over(out, Tensor.stored())
        : out;
  }

  private Tensor only(Optional<Tensor> asked, Tensor x) {
    return asked.map(rows -> step.rows(x, rows, batch.width())).orElse(x);
  }

  private Tensor beside(Tensor attended, Tensor before, Tensor fed) {
    return habits.addsAttentionFirst()
        ? step.sum(step.sum(attended, fed), before)
        : step.sum(step.sum(fed, before), attended);
  }

  private Tensor joined(Tensor part, Tensor before) {
    return habits.sumsFromInput() ? step.sum(before, part) : step.sum(part, before);
  }

  private Tensor withOwnInput(Tensor x, Tensor perLayer) {
    var own = ownInput(step.product(x, batch.geometry().perLayerWidth()), perLayer);
    return step.sum(x, step.norm(step.product(own, batch.width())));
  }
}
