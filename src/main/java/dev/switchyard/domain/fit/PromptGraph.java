package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Graph;
import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;
import java.util.Optional;

/// One batch of prompt tokens through a model.
///
/// What both of Ollama's engines do in the same steps and the same order stands here; which of the
/// steps a layer has is read from the weights that it brings along. The size of a batch, the widths
/// of the model and the masks decide what is alive at the peak; the vocabulary enters with one row
/// per slot only.
abstract sealed class PromptGraph permits LlamaServerGraph, OllamaGraph {
  private final Geometry geometry;
  private final TensorIndex index;
  private final Calculation step;
  private final int slots;
  private final long tokens;
  private final Tensor positions;
  private final AttentionInputs global;
  private final AttentionInputs sliding;

  /// @param tokens prompt tokens worked on at once
  /// @param positions where these stand in the prompt
  /// @param global what the layers share that see everything
  /// @param sliding what the other layers share
  PromptGraph(
      ModelShape shape,
      Geometry geometry,
      int slots,
      long tokens,
      Tensor positions,
      AttentionInputs global,
      AttentionInputs sliding) {
    this.geometry = geometry;
    this.index = new TensorIndex(shape);
    this.step = new Calculation(new Graph());
    this.slots = slots;
    this.tokens = tokens;
    this.positions = positions;
    this.global = global;
    this.sliding = sliding;
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

  /// The order in which keys and values are calculated.
  abstract void addKeyAndValue(Tensor key, Tensor value);

  final long peakBytes() {
    var x = embedded();
    var perLayer = geometry.perLayerWidth() > 0 ? perLayerInputs(x) : null;
    var asked = Tensor.stored(slots);
    for (var block : geometry.blocks()) {
      boolean narrow = narrowsLastLayer() && block.number() == geometry.blocks().size() - 1;
      x =
          layer(
              block,
              x,
              Optional.ofNullable(perLayer),
              narrow ? Optional.of(asked) : Optional.empty());
    }
    var normed = step.norm(x);
    var outputs = narrowsLastLayer() ? normed : step.rows(normed, asked, width());
    step.add(step.product(outputs, geometry.vocabulary()));
    return step.graph().peakBytes();
  }

  final Calculation step() {
    return step;
  }

  final Geometry geometry() {
    return geometry;
  }

  final long width() {
    return geometry.width();
  }

  final long tokens() {
    return tokens;
  }

  private Tensor layer(Block block, Tensor x, Optional<Tensor> perLayer, Optional<Tensor> asked) {
    var attended = attention(block, step.norm(x));
    var before = x;
    if (asked.isPresent()) {
      attended = step.rows(attended, asked.get(), width());
      before = step.rows(x, asked.get(), width());
    }
    if (geometry.habits().normsAfter() && index.has(block.number(), "post_attention_norm")) {
      attended = step.norm(attended);
    }
    var middle = step.sum(attended, before);
    var fed = feedForward(block, middle);
    if (index.has(block.number(), "post_ffw_norm")) {
      fed = step.norm(fed);
    }
    var sum = step.sum(fed, middle);
    var out = perLayer.map(all -> withOwnInput(sum, all)).orElse(sum);
    return index.has(block.number(), "layer_output_scale")
        ? Tensor.over(out, Tensor.stored())
        : out;
  }

  private Tensor withOwnInput(Tensor x, Tensor perLayer) {
    var own = ownInput(step.product(x, geometry.perLayerWidth()), perLayer);
    return step.sum(x, step.norm(step.product(own, width())));
  }

  private Tensor attention(Block block, Tensor x) {
    var inputs = block.sliding() ? sliding : global;
    long heads = block.heads();
    var query =
        projected(block, "attn_q", x, heads * block.keyLength())
            .reshaped(block.keyLength(), heads, tokens);
    query = turned(inputs.keyRotation(), atPositions(block, "attn_q_norm", query));
    if (!block.ownsCache()) {
      step.add(query);
      return attended(block, inputs, query);
    }
    long kvHeads = block.kvHeads();
    var rawKey = projected(block, "attn_k", x, kvHeads * block.keyLength());
    var rawValue =
        index.has(block.number(), "attn_v")
            ? projected(block, "attn_v", x, kvHeads * block.valueLength())
            : rawKey;
    var key = rawKey.reshaped(block.keyLength(), kvHeads, tokens);
    var value = rawValue.reshaped(block.valueLength(), kvHeads, tokens);
    key = turned(inputs.keyRotation(), atPositions(block, "attn_k_norm", key));
    value =
        turned(
            inputs.valueRotation(), geometry.habits().normsValues() ? Tensor.over(value) : value);
    step.add(query);
    addKeyAndValue(key, value);
    store(key, inputs.keyPlaces());
    store(value, inputs.valuePlaces());
    return attended(block, inputs, query);
  }

  private Tensor projected(Block block, String name, Tensor x, long size) {
    return step.biased(step.product(x, size), index.hasBias(block.number(), name));
  }

  private Tensor atPositions(Block block, String norm, Tensor x) {
    var normed = index.has(block.number(), norm) ? step.norm(x) : x;
    return Tensor.over(normed, positions);
  }

  private static Tensor turned(Optional<Tensor> rotation, Tensor x) {
    return rotation.map(matrix -> turned(matrix, x)).orElse(x);
  }

  private static Tensor turned(Tensor rotation, Tensor x) {
    long length = rotation.size(0);
    long rows = x.size(0) * x.size(1) * x.size(2) / length;
    return Tensor.result(List.of(rotation, x.reshaped(length, rows)), length, rows)
        .reshaped(x.size(0), x.size(1), x.size(2));
  }

  private void store(Tensor x, Tensor places) {
    var flat = x.reshaped(x.size(0) * x.size(1), tokens);
    step.add(Tensor.stored().written(flat, places));
  }

  private Tensor attended(Block block, AttentionInputs inputs, Tensor query) {
    var turned = query.part(query.size(0), tokens, query.size(1));
    var keys = Tensor.stored().part(1);
    var values = Tensor.stored().part(1);
    var seen =
        inputs.flash()
            ? Tensor.result(
                List.of(turned, keys, values, inputs.mask()),
                block.valueLength(),
                block.heads(),
                tokens)
            : scored(block, inputs, turned, keys, values);
    var flat = seen.reshaped(block.heads() * block.valueLength(), tokens);
    if (inputs.flash()) {
      step.add(flat);
    }
    return step.biased(
        step.product(turned(inputs.valueRotation(), flat), width()),
        index.hasBias(block.number(), "attn_output"));
  }

  /// Without flash attention every head's score of every cell is there at once.
  private Tensor scored(
      Block block, AttentionInputs inputs, Tensor query, Tensor keys, Tensor values) {
    var scores = Tensor.result(List.of(keys, query), inputs.mask().size(0), tokens, block.heads());
    var shares = Tensor.over(scores, inputs.mask());
    var sums = Tensor.result(List.of(values, shares), block.valueLength(), tokens, block.heads());
    return Tensor.result(
        List.of(sums.part(block.valueLength(), block.heads(), tokens)),
        block.valueLength(),
        block.heads(),
        tokens);
  }

  private Tensor feedForward(Block block, Tensor x) {
    int number = block.number();
    if (!index.has(number, "ffn_gate_inp")) {
      return dense(block, step.norm(x), block.feedForward(), "ffn_gate");
    }
    var experts = new ExpertGraph(step, geometry.experts());
    boolean merged = index.has(number, "ffn_gate_up_exps");
    boolean gate = index.has(number, "ffn_gate_exps");
    if (geometry.habits().expertsBesideDense()) {
      var dense = step.norm(dense(block, step.norm(x), block.feedForward(), "ffn_gate"));
      var own = step.norm(x);
      var votes = experts.votes(Tensor.over(Tensor.over(Tensor.over(x)), Tensor.stored()));
      return step.sum(dense, step.norm(experts.result(own, votes, merged, gate)));
    }
    var normed = step.norm(x);
    var routed = experts.result(normed, experts.votes(normed), merged, gate);
    return index
        .width(number, "ffn_up_shexp")
        .map(shared -> step.sum(routed, dense(block, normed, shared, "ffn_gate_shexp")))
        .orElse(routed);
  }

  private Tensor dense(Block block, Tensor x, long size, String gateName) {
    if (index.has(block.number(), gateName)) {
      var up = step.product(x, size);
      return step.product(step.gated(step.product(x, size), up), width());
    }
    boolean merged =
        index.width(block.number(), "ffn_up").filter(rows -> rows == 2 * size).isPresent();
    var up = step.product(x, merged ? 2 * size : size);
    var inner = merged ? Tensor.result(List.of(up), size, x.size(1)) : Tensor.over(up);
    return step.product(inner, width());
  }
}
