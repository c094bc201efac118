package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// Attention whose keys and values come out of one latent vector per token (MLA).
///
/// Newer files hold the way from the latent vector to keys and values as two matrices: queries are
/// turned into latent space, the cache holds latent vectors only, and values are made of what was
/// seen. Older files hold one matrix: keys and values are worked out for every head and stored.
///
/// Source: llama.cpp's `models/deepseek2.cpp` and `llama-graph.cpp`.
final class LatentAttentionGraph {
  private final Batch batch;
  private final Calculation step;
  private final AttentionInputs inputs;
  private final AttentionGraph attention;
  private final LatentShape latent;

  LatentAttentionGraph(Batch batch, AttentionInputs inputs, LatentShape latent) {
    this.batch = batch;
    this.step = batch.step();
    this.inputs = inputs;
    this.attention = new AttentionGraph(batch, inputs);
    this.latent = latent;
  }

  Tensor result(Block block, Tensor x) {
    var query = query(block, x).reshaped(latent.keyLength(), block.heads(), batch.tokens());
    var compressed = step.product(x, latent.cellElements());
    var place = batch.atPositions(compressed.part(latent.turned(), 1, batch.tokens()));
    var vector = step.norm(compressed.part(latent.rank(), batch.tokens()));
    var seen =
        latent.storesVectors()
            ? inLatentSpace(block, query, place, vector)
            : perHead(block, query, place, vector);
    return attention.output(block, seen);
  }

  private Tensor query(Block block, Tensor x) {
    long size = block.heads() * latent.keyLength();
    return batch
        .index()
        .width(block.number(), "attn_q_a")
        .map(rank -> step.product(step.norm(step.product(x, rank)), size))
        .orElseGet(() -> step.product(x, size));
  }

  private Tensor inLatentSpace(Block block, Tensor query, Tensor place, Tensor vector) {
    long tokens = batch.tokens();
    long heads = block.heads();
    long plain = latent.keyLength() - latent.turned();
    var turned = batch.atPositions(query.part(latent.turned(), heads, tokens));
    var absorbed =
        Tensor.result(
            List.of(Tensor.stored(), query.part(plain, heads, tokens).part(plain, tokens, heads)),
            latent.rank(),
            tokens,
            heads);
    var whole =
        Tensor.result(
            List.of(absorbed.part(latent.rank(), heads, tokens), turned),
            latent.cellElements(),
            heads,
            tokens);
    var value = vector.reshaped(latent.rank(), 1, tokens);
    var key = Tensor.result(List.of(value, place), latent.cellElements(), 1, tokens);
    step.add(whole);
    step.add(value);
    step.add(key);
    attention.store(key, inputs.keyPlaces());
    return valuesOf(block, whole);
  }

  /// Looks back with latent queries, and makes each head's values of the latent vectors seen.
  private Tensor valuesOf(Block block, Tensor query) {
    long tokens = batch.tokens();
    long heads = block.heads();
    var seen =
        Tensor.result(
            List.of(
                query.part(latent.cellElements(), tokens, heads),
                Tensor.stored().part(1),
                Tensor.stored().part(1),
                inputs.mask()),
            latent.rank(),
            heads,
            tokens);
    var values =
        Tensor.result(
            List.of(Tensor.stored(), seen.part(latent.rank(), tokens, heads)),
            latent.valueLength(),
            tokens,
            heads);
    var inOrder =
        Tensor.result(
            List.of(values.part(latent.valueLength(), heads, tokens)),
            latent.valueLength(),
            heads,
            tokens);
    var flat = inOrder.reshaped(heads * latent.valueLength(), tokens);
    step.add(flat);
    return flat;
  }

  private Tensor perHead(Block block, Tensor query, Tensor place, Tensor vector) {
    long tokens = batch.tokens();
    long heads = block.heads();
    long plain = latent.keyLength() - latent.turned();
    var both = step.product(vector, heads * (plain + latent.valueLength()));
    var value =
        Tensor.result(
            List.of(both.part(latent.valueLength(), heads, tokens)),
            latent.valueLength(),
            heads,
            tokens);
    var places = Tensor.result(List.of(place), latent.turned(), heads, tokens);
    var key =
        Tensor.result(
            List.of(both.part(plain, heads, tokens), places), latent.keyLength(), heads, tokens);
    return attention.attended(
        block,
        AttentionGraph.turned(inputs.keyRotation(), batch.atPositions(query)),
        AttentionGraph.turned(inputs.keyRotation(), key),
        AttentionGraph.turned(inputs.valueRotation(), value));
  }
}
