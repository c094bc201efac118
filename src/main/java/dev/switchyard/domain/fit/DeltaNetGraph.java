package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// A layer with a state that each token corrects a little (gated delta net), as Qwen3-Next and
/// Qwen3.5 have beside their attention layers.
///
/// Source: llama.cpp's `models/qwen3next.cpp`, `qwen35.cpp` and `delta-net-base.cpp`, with the
/// fused step.
final class DeltaNetGraph {
  private final Batch batch;
  private final Calculation step;
  private final RecurrentStates states;
  private final StateSpace space;

  DeltaNetGraph(Batch batch, RecurrentStates states, StateSpace space) {
    this.batch = batch;
    this.step = batch.step();
    this.states = states;
    this.space = space;
  }

  Tensor result(Block block, Tensor x) {
    step.add(x);
    var inputs = inputs(block, x);
    var rates = rates(block, x);
    var convolution = new Convolution(batch, states, space.kernel(), space.channels());
    var convolved = convolution.result(convolution.kept(), inputs.mixed());
    var state = states.copied(space.stateElements());
    var active = Tensor.over(convolved);
    var queries = unit(active);
    var keys = unit(active);
    var values = headed(active);
    var all =
        Tensor.result(
            List.of(queries, keys, values, rates.decay(), rates.correction(), square(state)),
            space.inner(),
            batch.tokens() + valueLength() * batch.slots());
    states.keep(all.part(space.stateElements(), batch.slots()));
    var seen = Tensor.over(step.norm(headed(all)), Tensor.over(reheaded(inputs.gate())));
    var flat = seen.reshaped(space.inner(), batch.tokensPerSlot(), batch.slots());
    return step.product(flat, batch.width()).reshaped(batch.width(), batch.tokens());
  }

  /// @param mixed queries, keys and values before the convolution
  /// @param gate what the values that come out are multiplied with
  private record Inputs(Tensor mixed, Tensor gate) {}

  private Inputs inputs(Block block, Tensor x) {
    if (batch.index().has(block.number(), "ssm_in")) {
      return ofOneMatrix(x);
    }
    return new Inputs(bySlot(step.product(x, space.channels())), step.product(x, space.inner()));
  }

  /// Older files mix all four in one matrix, to be taken apart and put together anew.
  private Inputs ofOneMatrix(Tensor x) {
    var all = step.product(x, space.channels() + space.inner());
    long perKind = space.groups() * space.size();
    var pair = Tensor.result(List.of(piece(all, perKind), piece(all, perKind)), sizes(2 * perKind));
    var mixed = Tensor.result(List.of(pair, piece(all, space.inner())), sizes(space.channels()));
    return new Inputs(mixed, piece(all, space.inner()));
  }

  private Tensor piece(Tensor all, long size) {
    return Tensor.result(List.of(all.part(sizes(size))), sizes(size));
  }

  /// @param decay how fast the state fades, for each head and token
  /// @param correction how much a token corrects it
  private record Rates(Tensor decay, Tensor correction) {}

  private Rates rates(Block block, Tensor x) {
    if (batch.index().has(block.number(), "ssm_ba")) {
      var both = step.product(x, 2 * space.heads());
      return new Rates(decay(piece(both, space.heads())), Tensor.over(piece(both, space.heads())));
    }
    var correction = Tensor.over(bySlot(step.product(x, space.heads())));
    return new Rates(decay(bySlot(step.product(x, space.heads()))), correction);
  }

  private Tensor decay(Tensor x) {
    var softened = Tensor.over(Tensor.over(x, Tensor.stored()));
    return Tensor.over(softened, Tensor.stored()).reshaped(1, space.heads(), batch.tokens());
  }

  /// Queries or keys of unit length, repeated for all heads of a group where the files' order of
  /// heads asks for it.
  private Tensor unit(Tensor active) {
    long length = space.size();
    var part = active.part(length, space.groups(), batch.tokensPerSlot(), batch.slots());
    var unit = Tensor.over(Tensor.over(part));
    boolean repeats =
        batch.shape().architecture().equals("qwen3next") && space.groups() != space.heads();
    return repeats
        ? Tensor.result(
            List.of(unit.reshaped(length, 1, space.groups(), batch.tokens())),
            length,
            space.headsPerGroup(),
            space.groups(),
            batch.tokens())
        : unit;
  }

  private long valueLength() {
    return space.inner() / space.heads();
  }

  private Tensor square(Tensor state) {
    return state.reshaped(valueLength(), valueLength(), space.heads(), batch.slots());
  }

  private Tensor headed(Tensor x) {
    return x.part(valueLength(), space.heads(), batch.tokensPerSlot(), batch.slots());
  }

  private Tensor reheaded(Tensor x) {
    return x.reshaped(valueLength(), space.heads(), batch.tokensPerSlot(), batch.slots());
  }

  private Tensor bySlot(Tensor x) {
    return x.reshaped(sizes(x.size(0)));
  }

  private long[] sizes(long elements) {
    return new long[] {elements, batch.tokensPerSlot(), batch.slots()};
  }
}
