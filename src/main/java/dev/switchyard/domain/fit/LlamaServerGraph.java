package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One batch as llama-server calculates it, with flash attention.
///
/// The steps and their order follow llama.cpp's `llama-graph.cpp` and its `models`.
final class LlamaServerGraph extends PromptGraph {
  /// Architectures whose last layer goes on with every token, for what they may predict beyond the
  /// next one is worked out of it.
  private static final Set<String> WIDE_TO_THE_END =
      Set.of(
          "gemma4",
          "gpt-oss",
          "gptoss",
          "qwen3next",
          "qwen35",
          "qwen35moe",
          "nemotron_h",
          "nemotron_h_moe");

  /// Architectures that do not turn queries and keys by where the tokens stand.
  private static final Set<String> UNTURNED =
      Set.of("nemotron_h", "nemotron_h_moe", "mamba", "mamba2");

  private static final Set<String> FOUR_POSITIONS =
      Set.of("qwen2vl", "qwen3vl", "qwen3vlmoe", "qwen35", "qwen35moe");

  private final RecurrentStates states;

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
        Batch.of(shape, geometry, options.slots(), tokens, positions(shape, tokens)),
        inputs(geometry, options, tokens, false, globalCells),
        inputs(geometry, options, tokens, true, slidingCells));
    this.states = new RecurrentStates(batch().step(), options.slots());
  }

  /// No more than there are cells, and the same number for each slot.
  private static long tokens(int batch, long cells, int slots) {
    long most = Math.min(batch, cells * slots);
    return (most + slots - 1) / slots * slots;
  }

  @Override
  boolean narrowsLastLayer() {
    return !WIDE_TO_THE_END.contains(batch().shape().architecture());
  }

  @Override
  Tensor mixed(Block block, Tensor x) {
    if (block.keeps().orElse(null) instanceof Layer.Recurrent recurrent) {
      return recurrent(recurrent.kind(), block, x);
    }
    return LatentShape.of(batch().shape())
        .map(latent -> new LatentAttentionGraph(batch(), inputs(block), latent).result(block, x))
        .orElseGet(() -> super.mixed(block, x));
  }

  private Tensor recurrent(Layer.Recurrent.Kind kind, Block block, Tensor x) {
    var shape = batch().shape();
    return switch (kind) {
      case DELTA_NET ->
          new DeltaNetGraph(batch(), states, StateSpace.of(shape).orElseThrow()).result(block, x);
      case STATE_SPACE ->
          new StateSpaceGraph(batch(), states, StateSpace.of(shape).orElseThrow()).result(block, x);
      case SHORT_CONVOLUTION ->
          new ShortConvolutionGraph(
                  batch(), states, shape.number("shortconv.l_cache").orElseThrow())
              .result(x);
    };
  }

  /// Where tokens of images stand besides, takes three numbers more.
  private static Optional<Tensor> positions(ModelShape shape, long tokens) {
    var architecture = shape.architecture();
    if (UNTURNED.contains(architecture)
        || shape.value("rope.scaling.finetuned").equals(Optional.of(false))) {
      return Optional.empty();
    }
    return Optional.of(
        Tensor.input(Tensor.F32, FOUR_POSITIONS.contains(architecture) ? 4 * tokens : tokens));
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
    var step = batch().step();
    long tokens = batch().tokens();
    long wide = batch().width() * (1 + batch().geometry().deepLayers());
    var fromIds = looked(wide);
    step.add(fromIds);
    step.add(Tensor.input(Tensor.F32, wide, tokens));
    var vectors = Tensor.input(Tensor.F32, wide, tokens);
    var copied = Tensor.result(List.of(vectors), wide, tokens);
    step.add(copied.written(looked(wide), Tensor.input(Tensor.I64, tokens)));
    var narrow = wide == batch().width() ? fromIds : fromIds.part(batch().width(), tokens);
    var scaled = scaled(narrow);
    step.add(scaled);
    return scaled;
  }

  /// @param wide elements of a vector of an image, which may bring along more for the first layers
  private Tensor looked(long wide) {
    long tokens = batch().tokens();
    var rows =
        batch().step().rows(Tensor.stored(), Tensor.input(Tensor.F32, tokens), batch().width());
    return wide == batch().width() ? rows : Tensor.result(List.of(rows), wide, tokens);
  }

  /// Where images' vectors are to stay as they are, each token has a factor of its own.
  private Tensor scaled(Tensor x) {
    if (!batch().geometry().habits().scalesEmbedding()) {
      return x;
    }
    return batch().geometry().habits().scalesEachToken()
        ? Tensor.over(x, Tensor.input(Tensor.F32, 1, batch().tokens()))
        : Tensor.over(x);
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
