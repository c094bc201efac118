package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;
import java.util.Optional;

/// A layer's attention: queries, keys and values, what of these goes into the cache, and the look
/// back into it.
///
/// Source: `build_qkv`, `build_attn` and `build_attn_mha` of llama.cpp's `llama-graph.cpp`.
final class AttentionGraph {
  private final Batch batch;
  private final AttentionInputs inputs;

  AttentionGraph(Batch batch, AttentionInputs inputs) {
    this.batch = batch;
    this.inputs = inputs;
  }

  Tensor result(Block block, Tensor x) {
    var fused = batch.index().width(block.number(), "attn_qkv");
    var all = fused.map(size -> batch.projected(block, "attn_qkv", x, size));
    var queries = all.orElseGet(() -> batch.projected(block, "attn_q", x, queriesAndGates(block)));
    var query = turned(inputs.keyRotation(), headed(block, "attn_q_norm", queries, block.heads()));
    if (!block.ownsCache()) {
      batch.step().add(query);
      return output(block, seen(block, query));
    }
    var rawKey = all.orElseGet(() -> projected(block, "attn_k", x, block.keyLength()));
    var rawValue =
        all.isEmpty() && batch.index().has(block.number(), "attn_v")
            ? projected(block, "attn_v", x, block.valueLength())
            : rawKey;
    var key = headed(block, "attn_k_norm", rawKey, block.kvHeads());
    var value = split(rawValue, block.valueLength(), block.kvHeads());
    var flat =
        attended(
            block,
            query,
            turned(inputs.keyRotation(), key),
            turned(
                inputs.valueRotation(),
                batch.geometry().habits().normsValues() ? Tensor.over(value) : value));
    return output(block, isGated(block) ? gated(block, queries, flat) : flat);
  }

  /// The look back with a query, after keys and values have gone into the cache.
  ///
  /// @param query turned already, where the cache asks for it; so are key and value
  /// @return the values that were seen, of all heads beside each other
  Tensor attended(Block block, Tensor query, Tensor key, Tensor value) {
    batch.step().add(query);
    if (inputs.valuesFirst()) {
      batch.step().add(value);
      batch.step().add(key);
    } else {
      batch.step().add(key);
      batch.step().add(value);
    }
    store(key, inputs.keyPlaces());
    store(value, inputs.valuePlaces());
    return seen(block, query);
  }

  Tensor output(Block block, Tensor seen) {
    return batch.projected(block, "attn_output", seen, batch.width());
  }

  /// Queries, keys or values as the cache wants them.
  static Tensor turned(Optional<Tensor> rotation, Tensor x) {
    return rotation.map(matrix -> turned(matrix, x)).orElse(x);
  }

  private static Tensor turned(Tensor rotation, Tensor x) {
    long length = rotation.size(0);
    long rows = x.size(0) * x.size(1) * x.size(2) / length;
    return Tensor.result(List.of(rotation, x.reshaped(length, rows)), length, rows)
        .reshaped(x.size(0), x.size(1), x.size(2));
  }

  private Tensor projected(Block block, String name, Tensor x, long length) {
    return batch.projected(block, name, x, block.kvHeads() * length);
  }

  private long queriesAndGates(Block block) {
    return (isGated(block) ? 2 : 1) * block.heads() * block.keyLength();
  }

  /// One matrix gives the queries and a gate for each of their elements.
  private boolean isGated(Block block) {
    return batch.geometry().habits().gatesAttention()
        && batch.index().width(block.number(), "attn_q").isPresent();
  }

  private Tensor gated(Block block, Tensor queries, Tensor flat) {
    long width = block.heads() * block.valueLength();
    var gate = Tensor.result(List.of(queries.part(width, batch.tokens())), width, batch.tokens());
    return Tensor.over(flat, Tensor.over(gate));
  }

  private Tensor split(Tensor x, long length, long heads) {
    return x.size(0) == length * heads
        ? x.reshaped(length, heads, batch.tokens())
        : x.part(length, heads, batch.tokens());
  }

  /// Queries or keys head by head, turned by where the tokens stand.
  ///
  /// @param norm of each head or, in some models, of all heads together
  private Tensor headed(Block block, String norm, Tensor x, long heads) {
    long length = block.keyLength();
    long weights = batch.index().elements(block.number(), norm);
    boolean ofAll = weights == length * heads && x.size(0) == weights;
    var split = split(ofAll ? batch.normed(x) : x, length, heads);
    boolean ofEach = !ofAll && batch.index().has(block.number(), norm);
    var normed = ofEach ? batch.normed(split) : split;
    return batch.geometry().habits().turnsSlidingOnly() && !block.sliding()
        ? normed
        : batch.atPositions(normed);
  }

  /// Writes keys or values into the cache.
  void store(Tensor x, Tensor places) {
    var flat = x.reshaped(x.size(0) * x.size(1), batch.tokens());
    batch.step().add(Tensor.stored().written(flat, places));
  }

  private Tensor seen(Block block, Tensor query) {
    var turned = query.part(query.size(0), batch.tokens(), query.size(1));
    var keys = Tensor.stored().part(1);
    var values = Tensor.stored().part(1);
    var seen =
        inputs.flash()
            ? Tensor.result(
                List.of(turned, keys, values, inputs.mask()),
                block.valueLength(),
                block.heads(),
                batch.tokens())
            : scored(block, turned, keys, values);
    var flat = seen.reshaped(block.heads() * block.valueLength(), batch.tokens());
    if (inputs.flash()) {
      batch.step().add(flat);
    }
    return turned(inputs.valueRotation(), flat);
  }

  /// Without flash attention every head's scores of every cell are there at once.
  private Tensor scored(Block block, Tensor query, Tensor keys, Tensor values) {
    long tokens = batch.tokens();
    var scores = Tensor.result(List.of(keys, query), inputs.mask().size(0), tokens, block.heads());
    var shares = Tensor.over(scores, inputs.mask());
    var sums = Tensor.result(List.of(values, shares), block.valueLength(), tokens, block.heads());
    return Tensor.result(
        List.of(sums.part(block.valueLength(), block.heads(), tokens)),
        block.valueLength(),
        block.heads(),
        tokens);
  }
}
