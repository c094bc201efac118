package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;
import java.util.Optional;

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
        Batch.of(
            shape,
            geometry,
            options.slots(),
            tokens,
            Optional.of(Tensor.input(Tensor.F32, tokens))),
        inputs(geometry, options, tokens, false, globalCells),
        inputs(geometry, options, tokens, true, slidingCells));
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
  Tensor mixed(Block block, Tensor x) {
    return LatentShape.of(batch().shape())
        .map(latent -> new LatentAttentionGraph(batch(), inputs(block), latent).result(block, x))
        .orElseGet(() -> super.mixed(block, x));
  }

  private static AttentionInputs inputs(
      Geometry geometry, LoadOptions options, long tokens, boolean slides, long cells) {
    return AttentionInputs.ofLlamaServer(
        cells,
        tokens,
        options.kvType(),
        geometry.longestKey(slides),
        geometry.longestValue(slides),
        !geometry.hasSliding());
  }

  /// Tokens may come as numbers, as vectors (of an image), or mixed. Room for all three ways is
  /// kept in every batch, whichever is taken, and that of the two others to its end.
  @Override
  Tensor embedded() {
    var fromIds =
        batch()
            .step()
            .rows(Tensor.stored(), Tensor.input(Tensor.F32, batch().tokens()), batch().width());
    batch().step().add(fromIds);
    batch().step().add(Tensor.input(Tensor.F32, batch().width(), batch().tokens()));
    var vectors = Tensor.input(Tensor.F32, batch().width(), batch().tokens());
    var copied = Tensor.result(List.of(vectors), batch().width(), batch().tokens());
    var ofMixed =
        batch()
            .step()
            .rows(Tensor.stored(), Tensor.input(Tensor.F32, batch().tokens()), batch().width());
    batch().step().add(copied.written(ofMixed, Tensor.input(Tensor.I64, batch().tokens())));
    var scaled =
        batch().geometry().habits().scalesEmbedding()
            ? Tensor.over(fromIds, Tensor.input(Tensor.F32, 1, batch().tokens()))
            : fromIds;
    batch().step().add(scaled);
    return scaled;
  }

  /// Gemma 4's small models give every layer a vector of its own per token; all of them are worked
  /// out at the start and stay until the last layer.
  @Override
  Tensor perLayerInputs(Tensor x) {
    long each = batch().geometry().perLayerWidth();
    long layers = batch().geometry().blocks().size();
    var selected =
        batch()
            .step()
            .rows(Tensor.stored(), Tensor.input(Tensor.F32, batch().tokens()), each * layers)
            .reshaped(each, layers, batch().tokens());
    var scaled = Tensor.over(selected);
    batch().step().add(scaled);
    var projected =
        Tensor.over(batch().step().product(x, each * layers))
            .reshaped(each, layers, batch().tokens());
    var sum = Tensor.over(batch().step().sum(batch().step().norm(projected), scaled));
    return Tensor.result(
        List.of(sum.part(each, batch().tokens(), layers)), each, batch().tokens(), layers);
  }

  @Override
  Tensor ownInput(Tensor gate, Tensor perLayer) {
    return Tensor.over(Tensor.over(gate), perLayer.part(gate.size(0), gate.size(1)));
  }
}
