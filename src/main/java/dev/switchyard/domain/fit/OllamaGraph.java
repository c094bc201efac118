package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

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
        shape,
        geometry,
        options.slots(),
        batch,
        Tensor.stored(),
        AttentionInputs.ofOllama(globalCells, batch, flash),
        AttentionInputs.ofOllama(slidingCells, batch, flash));
  }

  @Override
  boolean narrowsLastLayer() {
    return true;
  }

  @Override
  void addKeyAndValue(Tensor key, Tensor value) {
    step().add(key);
    step().add(value);
  }

  @Override
  Tensor embedded() {
    var x = step().rows(Tensor.stored(), Tensor.stored(tokens()), width());
    return geometry().habits().scalesEmbedding() ? Tensor.over(x) : x;
  }

  @Override
  Tensor perLayerInputs(Tensor x) {
    long each = geometry().perLayerWidth();
    long layers = geometry().blocks().size();
    var selected =
        Tensor.over(step().rows(Tensor.stored(), Tensor.stored(tokens()), each * layers))
            .reshaped(each, layers, tokens());
    var projected = Tensor.over(step().product(x, each * layers)).reshaped(each, layers, tokens());
    return Tensor.over(step().sum(step().norm(projected), selected));
  }

  @Override
  Tensor ownInput(Tensor gate, Tensor perLayer) {
    return Tensor.result(
        List.of(gate, perLayer.part(gate.size(0), gate.size(1))), gate.size(0), gate.size(1));
  }
}
