package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// A feed-forward part of many experts, of which a router chooses a few per token.
///
/// Each chosen expert's numbers stand beside each other for all tokens: this is what makes such
/// models' working memory grow with the number of experts used, not with all of them.
///
/// Source: `build_moe_ffn` of llama.cpp's `llama-graph.cpp`.
final class ExpertGraph {
  private final Calculation step;
  private final TensorIndex index;
  private final Experts experts;
  private final int layer;
  private final boolean before;

  ExpertGraph(Batch batch, Block block) {
    this.step = batch.step();
    this.index = batch.index();
    this.experts = batch.geometry().experts();
    this.layer = block.number();
    this.before = batch.geometry().habits().weighsBeforeExperts();
  }

  /// The router's votes.
  Tensor votes(Tensor x) {
    return step.biased(step.product(x, experts.count()), index.hasBias(layer, "ffn_gate_inp"));
  }

  /// @param x what the experts work on
  /// @param votes the router's
  Tensor result(Tensor x, Tensor votes) {
    long tokens = x.size(1);
    var shares = experts.sharesAfterChoice() ? votes : Tensor.over(votes);
    var chosen = chosen(before ? votes : shares, tokens);
    var weights = weights(shares, chosen, tokens);
    step.add(weights);
    var each = x.reshaped(x.size(0), 1, tokens);
    var inner = inner(before ? weighted(each, weights) : each, chosen, tokens);
    var down =
        biased(
            "ffn_down_exps",
            Tensor.result(
                List.of(Tensor.stored(), inner, chosen), x.size(0), experts.used(), tokens),
            chosen);
    var all = before ? down : Tensor.over(down, weights);
    step.add(all);
    return total(all, x.size(0), tokens);
  }

  private Tensor weighted(Tensor each, Tensor weights) {
    var repeated = Tensor.result(List.of(each), each.size(0), experts.used(), each.size(2));
    return Tensor.over(repeated, weights);
  }

  private Tensor chosen(Tensor shares, long tokens) {
    var corrected = step.biased(shares, index.hasBias(layer, "exp_probs_b"));
    var order = Tensor.result(List.of(corrected), experts.count(), tokens);
    return order.part(experts.used(), tokens);
  }

  /// How much each chosen expert counts.
  private Tensor weights(Tensor shares, Tensor chosen, long tokens) {
    long used = experts.used();
    var found =
        Tensor.result(
            List.of(shares.reshaped(1, experts.count(), tokens), chosen), 1, used, tokens);
    if (experts.sharesAfterChoice()) {
      return Tensor.over(found.reshaped(used, tokens)).reshaped(1, used, tokens);
    }
    var normed = experts.normsWeights() ? normed(found.reshaped(used, tokens)) : found;
    return experts.scalesWeights() ? Tensor.over(normed) : normed;
  }

  private static Tensor normed(Tensor flat) {
    long used = flat.size(0);
    long tokens = flat.size(1);
    var sum = Tensor.over(Tensor.result(List.of(flat), 1, tokens));
    return Tensor.result(List.of(flat, sum), used, tokens).reshaped(1, used, tokens);
  }

  private Tensor inner(Tensor each, Tensor chosen, long tokens) {
    long width = experts.width();
    long used = experts.used();
    if (index.has(layer, "ffn_gate_up_exps")) {
      var both = up(each, chosen, 2 * width, tokens);
      return Tensor.result(
          List.of(both.part(width, used, tokens), both.part(width, used, tokens)),
          width,
          used,
          tokens);
    }
    var up = biased("ffn_up_exps", up(each, chosen, width, tokens), chosen);
    if (!index.has(layer, "ffn_gate_exps")) {
      return Tensor.over(up);
    }
    var gate = biased("ffn_gate_exps", up(each, chosen, width, tokens), chosen);
    return step.gated(gate, up);
  }

  private Tensor biased(String name, Tensor x, Tensor chosen) {
    return index.hasBias(layer, name) ? Tensor.over(x, Tensor.stored(), chosen) : x;
  }

  private static Tensor up(Tensor each, Tensor chosen, long size, long tokens) {
    return Tensor.result(List.of(Tensor.stored(), each, chosen), size, chosen.size(0), tokens);
  }

  private Tensor total(Tensor weighted, long size, long tokens) {
    int used = (int) experts.used();
    var parts = new Tensor[used];
    for (int i = 0; i < used; i++) {
      parts[i] = weighted.part(size, tokens);
      step.add(parts[i]);
    }
    var total = parts[0];
    for (int i = 1; i < used; i++) {
      // The first sum joins two parts of one memory and so needs its own; the others go over it.
      total = Tensor.over(total, parts[i]);
      step.add(total);
    }
    return used == 1 ? Tensor.result(List.of(total), size, tokens) : total;
  }
}
