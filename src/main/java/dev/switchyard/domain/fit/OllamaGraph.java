package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;
import java.util.Optional;

/// One batch as Ollama's own engine calculated it before 0.30.
///
/// What comes from outside (token numbers, positions, masks as 32-bit numbers) lies in memory of
/// its own; the masks are made smaller as the first step that needs them. Images are not counted.
///
/// Source: Ollama 0.24, `model/models`, `ml/nn`, `kvcache/causal.go` and `ml/backend/ggml/ggml.go`.
final class OllamaGraph extends PromptGraph {
  /// @param globalCells cells of all slots in layers that see everything
  /// @param slidingCells cells of all slots in the others
  OllamaGraph(
      ModelShape shape,
      Geometry geometry,
      LoadOptions options,
      int batch,
      long globalCells,
      long slidingCells) {
    boolean flash = OllamaEngine.usesFlashAttention(shape.architecture());
    super(
        Batch.of(shape, geometry, options.slots(), batch, Optional.of(Tensor.stored())),
        AttentionInputs.ofOllama(globalCells, batch, flash),
        AttentionInputs.ofOllama(slidingCells, batch, flash));
  }

  @Override
  boolean narrowsLastLayer() {
    return true;
  }

  @Override
  Tensor embedded() {
    var x = batch().step().rows(Tensor.stored(), Tensor.stored(batch().tokens()), batch().width());
    return batch().geometry().habits().scalesEmbedding() ? Tensor.over(x) : x;
  }

  @Override
  Tensor perLayerInputs(Tensor x) {
    long each = batch().geometry().perLayerWidth();
    long layers = batch().geometry().blocks().size();
    var selected =
        Tensor.over(
                batch()
                    .step()
                    .rows(Tensor.stored(), Tensor.stored(batch().tokens()), each * layers))
            .reshaped(each, layers, batch().tokens());
    var projected =
        Tensor.over(batch().step().product(x, each * layers))
            .reshaped(each, layers, batch().tokens());
    return Tensor.over(batch().step().sum(batch().step().norm(projected), selected));
  }

  @Override
  Tensor ownInput(Tensor gate, Tensor perLayer) {
    return Tensor.result(
        List.of(gate, perLayer.part(gate.size(0), gate.size(1))), gate.size(0), gate.size(1));
  }
}
