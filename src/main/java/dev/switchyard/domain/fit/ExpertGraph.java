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
  private final long experts;
  private final long used;
  private final long width;

  ExpertGraph(Calculation step, Experts experts) {
    this.step = step;
    this.experts = experts.count();
    this.used = experts.used();
    this.width = experts.width();
  }

  /// The router's votes.
  Tensor votes(Tensor x) {
    return step.product(x, experts);
  }

  /// @param x what the experts work on
  /// @param votes the router's
  /// @param merged whether gate and way up are one matrix
  /// @param gate whether there is a gate
  Tensor result(Tensor x, Tensor votes, boolean merged, boolean gate) {
    long tokens = x.size(1);
    var shares = Tensor.over(votes);
    var order = Tensor.result(List.of(shares), experts, tokens);
    var chosen = order.part(used, tokens);
    var found =
        Tensor.result(List.of(shares.reshaped(1, experts, tokens), chosen), 1, used, tokens);
    var flat = found.reshaped(used, tokens);
    var sum = Tensor.over(Tensor.result(List.of(flat), 1, tokens));
    var weights = Tensor.result(List.of(flat, sum), used, tokens).reshaped(1, used, tokens);
    step.add(weights);
    var each = x.reshaped(x.size(0), 1, tokens);
    var inner = inner(each, chosen, tokens, merged, gate);
    var down = Tensor.result(List.of(Tensor.stored(), inner, chosen), x.size(0), used, tokens);
    var weighted = Tensor.over(down, weights);
    step.add(weighted);
    return total(weighted, x.size(0), tokens);
  }

  private Tensor inner(Tensor each, Tensor chosen, long tokens, boolean merged, boolean gate) {
    if (merged) {
      var both = up(each, chosen, 2 * width, tokens);
      return Tensor.result(
          List.of(both.part(width, used, tokens), both.part(width, used, tokens)),
          width,
          used,
          tokens);
    }
    var up = up(each, chosen, width, tokens);
    return gate ? step.gated(up(each, chosen, width, tokens), up) : Tensor.over(up);
  }

  private static Tensor up(Tensor each, Tensor chosen, long size, long tokens) {
    return Tensor.result(List.of(Tensor.stored(), each, chosen), size, chosen.size(0), tokens);
  }

  private Tensor total(Tensor weighted, long size, long tokens) {
    var parts = new Tensor[(int) used];
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
