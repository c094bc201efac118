package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Graph;
import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;
import java.util.Optional;

/// One batch of prompt tokens through a model, as llama-server calculates it with flash attention.
///
/// The steps and their order follow llama.cpp's `llama-graph.cpp` and its `models`; which of them a
/// layer has is read from the weights that it brings along. The size of a batch, the widths of the
/// model and the masks decide what is alive at the peak; the vocabulary enters with one row per
/// slot only.
final class LlamaServerGraph {
  private final Geometry geometry;
  private final TensorIndex tensors;
  private final LoadOptions options;
  private final Calculation step;
  private final long tokens;
  private final Tensor positions;
  private final AttentionInputs global;
  private final AttentionInputs sliding;

  /// @param batch prompt tokens worked on at once
  /// @param globalCells cells of one slot in layers that see everything
  /// @param slidingCells cells of one slot in the others
  LlamaServerGraph(
      ModelShape shape,
      Geometry geometry,
      LoadOptions options,
      int batch,
      long globalCells,
      long slidingCells) {
    this.geometry = geometry;
    this.tensors = new TensorIndex(shape);
    this.options = options;
    long most = Math.min(batch, globalCells * options.slots());
    this.tokens = (most + options.slots() - 1) / options.slots() * options.slots();
    this.step = new Calculation(new Graph(), tokens);
    this.positions = Tensor.input(Tensor.F32, tokens);
    this.global = inputs(false, globalCells);
    this.sliding = inputs(true, slidingCells);
  }

  private AttentionInputs inputs(boolean slides, long cells) {
    return AttentionInputs.of(
        cells,
        tokens,
        options.kvType(),
        geometry.longestKey(slides),
        geometry.longestValue(slides));
  }

  long peakBytes() {
    var x = embedded();
    var perLayer =
        geometry.perLayerWidth() > 0 ? Optional.of(perLayerInputs(x)) : Optional.<Tensor>empty();
    for (var block : geometry.blocks()) {
      x = layer(block, x, perLayer);
    }
    var outputs = step.rows(step.norm(x), Tensor.input(Tensor.F32, options.slots()), width());
    step.add(step.product(outputs, geometry.vocabulary()));
    return step.graph().peakBytes();
  }

  private long width() {
    return geometry.width();
  }

  /// Tokens may come as numbers, as vectors (of an image), or mixed. Room for all three ways is
  /// kept in every batch, whichever is taken.
  private Tensor embedded() {
    var ids = Tensor.input(Tensor.F32, tokens);
    var fromIds = step.rows(Tensor.stored(), ids, width());
    step.add(fromIds);
    step.add(Tensor.input(Tensor.F32, width(), tokens));
    var vectors = Tensor.input(Tensor.F32, width(), tokens);
    var copied = Tensor.result(List.of(vectors), width(), tokens);
    var mixedIds = Tensor.input(Tensor.F32, tokens);
    step.add(
        copied.written(
            step.rows(Tensor.stored(), mixedIds, width()), Tensor.input(Tensor.I64, tokens)));
    var scaled =
        geometry.habits().scalesEmbedding()
            ? Tensor.over(fromIds, Tensor.input(Tensor.F32, 1, tokens))
            : fromIds;
    step.add(scaled);
    return scaled;
  }

  /// Gemma 4's small models give every layer a vector of its own per token; all of them are worked
  /// out at the start and stay until the last layer.
  private Tensor perLayerInputs(Tensor x) {
    long each = geometry.perLayerWidth();
    long layers = geometry.blocks().size();
    var selected =
        step.rows(Tensor.stored(), Tensor.input(Tensor.F32, tokens), each * layers)
            .reshaped(each, layers, tokens);
    var scaled = Tensor.over(selected);
    step.add(scaled);
    var projected = Tensor.over(step.product(x, each * layers)).reshaped(each, layers, tokens);
    var sum = Tensor.over(step.sum(step.norm(projected), scaled));
    return Tensor.result(List.of(sum.part(each, tokens, layers)), each, tokens, layers);
  }

  private Tensor layer(Block block, Tensor x, Optional<Tensor> perLayer) {
    var attended = attention(block, step.norm(x));
    if (tensors.has(block.number(), "post_attention_norm") && geometry.habits().normsAfter()) {
      attended = step.norm(attended);
    }
    var middle = step.sum(attended, x);
    var fed = feedForward(block, middle);
    if (tensors.has(block.number(), "post_ffw_norm")) {
      fed = step.norm(fed);
    }
    var sum = step.sum(fed, middle);
    var out = perLayer.isPresent() ? withOwnInput(block, sum, perLayer.get()) : sum;
    return tensors.has(block.number(), "layer_output_scale")
        ? Tensor.over(out, Tensor.stored())
        : out;
  }

  private Tensor withOwnInput(Block block, Tensor x, Tensor perLayer) {
    long each = geometry.perLayerWidth();
    var gate = Tensor.over(step.product(x, each));
    var own = Tensor.over(gate, perLayer.part(each, tokens));
    return step.sum(x, step.norm(step.product(own, width())));
  }

  private Tensor attention(Block block, Tensor x) {
    var inputs = block.sliding() ? sliding : global;
    long heads = block.heads();
    var query = projected(block, "attn_q", x, heads * block.keyLength());
    query = query.reshaped(block.keyLength(), heads, tokens);
    query = turned(inputs.keyRotation(), atPositions(block, "attn_q_norm", query));
    if (!block.ownsCache()) {
      step.add(query);
      return attended(block, inputs, query);
    }
    long kvHeads = block.kvHeads();
    var rawKey = projected(block, "attn_k", x, kvHeads * block.keyLength());
    var rawValue =
        tensors.has(block.number(), "attn_v")
            ? projected(block, "attn_v", x, kvHeads * block.valueLength())
            : rawKey;
    var key = rawKey.reshaped(block.keyLength(), kvHeads, tokens);
    var value = rawValue.reshaped(block.valueLength(), kvHeads, tokens);
    key = turned(inputs.keyRotation(), atPositions(block, "attn_k_norm", key));
    value =
        turned(
            inputs.valueRotation(), geometry.habits().normsValues() ? Tensor.over(value) : value);
    step.add(query);
    if (geometry.hasSliding()) {
      step.add(key);
      step.add(value);
    } else {
      step.add(value);
      step.add(key);
    }
    store(key, inputs.keyPlaces());
    store(value, inputs.valuePlaces());
    return attended(block, inputs, query);
  }

  private Tensor projected(Block block, String name, Tensor x, long size) {
    return step.biased(step.product(x, size), tensors.hasBias(block.number(), name));
  }

  private Tensor atPositions(Block block, String norm, Tensor x) {
    var normed = tensors.has(block.number(), norm) ? step.norm(x) : x;
    return Tensor.over(normed, positions);
  }

  private static Tensor turned(Optional<Tensor> rotation, Tensor x) {
    return rotation
        .map(matrix -> {
          long length = matrix.size(0);
          long rows = x.size(0) * x.size(1) * x.size(2) / length;
          return Tensor.result(List.of(matrix, x.reshaped(length, rows)), length, rows)
              .reshaped(x.size(0), x.size(1), x.size(2));
        })
        .orElse(x);
  }

  private void store(Tensor x, Tensor places) {
    var flat = x.reshaped(x.size(0) * x.size(1), tokens);
    step.add(Tensor.stored().written(flat, places));
  }

  private Tensor attended(Block block, AttentionInputs inputs, Tensor query) {
    long size = block.heads() * block.valueLength();
    var turnedAround =
        query.part(query.size(0), query.size(1), tokens).part(query.size(0), tokens, query.size(1));
    var seen =
        Tensor.result(
            List.of(turnedAround, Tensor.stored().part(1), Tensor.stored().part(1), inputs.mask()),
            block.valueLength(),
            block.heads(),
            tokens);
    var flat = seen.reshaped(size, tokens);
    step.add(flat);
    var back = turned(inputs.valueRotation(), flat);
    return step.biased(step.product(back, width()), tensors.hasBias(block.number(), "attn_output"));
  }

  private Tensor feedForward(Block block, Tensor x) {
    int number = block.number();
    if (!tensors.has(number, "ffn_gate_inp")) {
      return dense(block, step.norm(x), block.feedForward(), "ffn_gate");
    }
    var experts = new ExpertGraph(step, geometry.experts());
    boolean merged = tensors.has(number, "ffn_gate_up_exps");
    boolean gate = tensors.has(number, "ffn_gate_exps");
    if (geometry.habits().expertsBesideDense()) {
      var dense = step.norm(dense(block, step.norm(x), block.feedForward(), "ffn_gate"));
      var own = step.norm(x);
      var votes = experts.votes(Tensor.over(Tensor.over(Tensor.over(x)), Tensor.stored()));
      return step.sum(dense, step.norm(experts.result(own, votes, merged, gate)));
    }
    var normed = step.norm(x);
    var routed = experts.result(normed, experts.votes(normed), merged, gate);
    return tensors
        .width(number, "ffn_up_shexp")
        .map(shared -> step.sum(routed, dense(block, normed, shared, "ffn_gate_shexp")))
        .orElse(routed);
  }

  private Tensor dense(Block block, Tensor x, long size, String gateName) {
    if (tensors.has(block.number(), gateName)) {
      var up = step.product(x, size);
      return step.product(step.gated(step.product(x, size), up), width());
    }
    boolean merged =
        tensors.width(block.number(), "ffn_up").filter(rows -> rows == 2 * size).isPresent();
    var up = step.product(x, merged ? 2 * size : size);
    var inner = merged ? Tensor.result(List.of(up), size, tokens) : Tensor.over(up);
    return step.product(inner, width());
  }
}
