package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// A layer with a state that fades (Mamba 2), as in Mamba itself and beside the attention layers of
/// Granite 4 and Nemotron-H.
///
/// Source: `build_mamba2_layer` of llama.cpp's `models/mamba-base.cpp`.
final class StateSpaceGraph {
  private final Batch batch;
  private final Calculation step;
  private final RecurrentStates states;
  private final StateSpace space;

  StateSpaceGraph(Batch batch, RecurrentStates states, StateSpace space) {
    this.batch = batch;
    this.step = batch.step();
    this.states = states;
    this.space = space;
  }

  Tensor result(Block block, Tensor x) {
    var convolution = new Convolution(batch, states, space.kernel(), space.channels());
    var kept = convolution.kept();
    var all = bySlot(step.product(x, space.inner() + space.channels() + space.heads()));
    var gate = all.part(headed());
    var convolved = convolution.result(kept, all.part(sizes(space.channels())));
    var active =
        Tensor.over(step.biased(convolved, batch.index().hasBias(block.number(), "ssm_conv1d")));
    var inputs = active.part(headed());
    var out = scanned(inputs, active, rates(all));
    var y = Tensor.over(out, Tensor.over(inputs, Tensor.stored()));
    var gated = Tensor.result(List.of(Tensor.result(List.of(gate), headed()), y), headed());
    return step.product(
        normed(block, gated).reshaped(space.inner(), batch.tokens()), batch.width());
  }

  /// How fast each head's state fades at each token.
  private Tensor rates(Tensor all) {
    var own = Tensor.result(List.of(all.part(sizes(space.heads()))), sizes(space.heads()));
    return Tensor.over(own, Tensor.stored());
  }

  /// The states go through all tokens in one step, which gives what comes out and the states after
  /// the last token.
  private Tensor scanned(Tensor inputs, Tensor active, Tensor rates) {
    var pairs = active.part(space.size(), space.groups(), batch.tokensPerSlot(), batch.slots());
    var both =
        Tensor.result(
            List.of(
                Tensor.stored(),
                inputs,
                rates,
                Tensor.stored(),
                pairs,
                active.part(space.size(), space.groups(), batch.tokensPerSlot(), batch.slots()),
                states.places()),
            space.inner() * batch.tokens() + space.stateElements() * batch.slots());
    states.readBy(both, space.stateElements());
    states.keep(both.part(space.stateElements(), batch.slots()));
    return both.part(headed());
  }

  private Tensor normed(Block block, Tensor x) {
    return batch.index().has(block.number(), "ssm_norm")
        ? step.norm(
            x.reshaped(
                space.inner() / space.heads() * space.headsPerGroup(),
                space.groups(),
                batch.tokensPerSlot(),
                batch.slots()))
        : x;
  }

  private Tensor bySlot(Tensor x) {
    return x.reshaped(sizes(x.size(0)));
  }

  private long[] sizes(long elements) {
    return new long[] {elements, batch.tokensPerSlot(), batch.slots()};
  }

  private long[] headed() {
    return new long[] {
      space.inner() / space.heads(), space.heads(), batch.tokensPerSlot(), batch.slots()
    };
  }
}
