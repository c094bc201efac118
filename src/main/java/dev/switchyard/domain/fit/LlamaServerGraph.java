package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// One batch as llama-server calculates it, with flash attention.
///
/// The steps and their order follow llama.cpp's `llama-graph.cpp` and its `models`.
final class LlamaServerGraph extends PromptGraph {
  private final boolean narrowsLastLayer;

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
    long tokens = tokens(batch, globalCells, options.slots());
    super(
        shape,
        geometry,
        options.slots(),
        tokens,
        Tensor.input(Tensor.F32, tokens),
        AttentionInputs.ofLlamaServer(
            globalCells,
            tokens,
            options.kvType(),
            geometry.longestKey(false),
            geometry.longestValue(false)),
        AttentionInputs.ofLlamaServer(
            slidingCells,
            tokens,
            options.kvType(),
            geometry.longestKey(true),
            geometry.longestValue(true)));
    this.narrowsLastLayer =
        !geometry.habits().expertsBesideDense() && !shape.architecture().startsWith("gpt");
  }

  /// No more than there are cells, and the same number for each slot.
  private static long tokens(int batch, long cells, int slots) {
    long most = Math.min(batch, cells * slots);
    return (most + slots - 1) / slots * slots;
  }

  @Override
  boolean narrowsLastLayer() {
    return narrowsLastLayer;
  }

  @Override
  void addKeyAndValue(Tensor key, Tensor value) {
    if (geometry().hasSliding()) {
      step().add(key);
      step().add(value);
    } else {
      step().add(value);
      step().add(key);
    }
  }

  /// Tokens may come as numbers, as vectors (of an image), or mixed. Room for all three ways is
  /// kept in every batch, whichever is taken, and that of the two others to its end.
  @Override
  Tensor embedded() {
    var fromIds = step().rows(Tensor.stored(), Tensor.input(Tensor.F32, tokens()), width());
    step().add(fromIds);
    step().add(Tensor.input(Tensor.F32, width(), tokens()));
    var vectors = Tensor.input(Tensor.F32, width(), tokens());
    var copied = Tensor.result(List.of(vectors), width(), tokens());
    var ofMixed = step().rows(Tensor.stored(), Tensor.input(Tensor.F32, tokens()), width());
    step().add(copied.written(ofMixed, Tensor.input(Tensor.I64, tokens())));
    var scaled =
        geometry().habits().scalesEmbedding()
            ? Tensor.over(fromIds, Tensor.input(Tensor.F32, 1, tokens()))
            : fromIds;
    step().add(scaled);
    return scaled;
  }

  /// Gemma 4's small models give every layer a vector of its own per token; all of them are worked
  /// out at the start and stay until the last layer.
  @Override
  Tensor perLayerInputs(Tensor x) {
    long each = geometry().perLayerWidth();
    long layers = geometry().blocks().size();
    var selected =
        step()
            .rows(Tensor.stored(), Tensor.input(Tensor.F32, tokens()), each * layers)
            .reshaped(each, layers, tokens());
    var scaled = Tensor.over(selected);
    step().add(scaled);
    var projected = Tensor.over(step().product(x, each * layers)).reshaped(each, layers, tokens());
    var sum = Tensor.over(step().sum(step().norm(projected), scaled));
    return Tensor.result(List.of(sum.part(each, tokens(), layers)), each, tokens(), layers);
  }

  @Override
  Tensor ownInput(Tensor gate, Tensor perLayer) {
    return Tensor.over(Tensor.over(gate), perLayer.part(gate.size(0), gate.size(1)));
  }
}
