package dev.switchyard.domain.fit;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.Layer.Recurrent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a model's layers and widths out of its shape.
final class GeometryReader {
  /// Architectures that leave the weights of the chosen experts as they are unless the model asks.
  private static final Set<String> UNNORMED_WEIGHTS =
      Set.of("deepseek2", "glm4moe", "qwen2moe", "nemotron_h_moe", "olmoe", "llama4");

  private final ModelShape shape;
  private final int blocks;
  private final long width;
  private final Habits habits;
  private final List<Message> assumptions = new ArrayList<>();

  /// @param blocks number of layers
  /// @param width elements per token between them
  GeometryReader(ModelShape shape, int blocks, long width) {
    this.shape = shape;
    this.blocks = blocks;
    this.width = width;
    this.habits = new Habits(shape.architecture());
  }

  Geometry geometry() {
    if (!habits.known()) {
      assumptions.add(Message.of("fit.assume.unknownArchitecture", shape.architecture()));
    }
    if (shape.value("attention.head_count_kv").isEmpty()) {
      assumptions.add(Message.of("fit.assume.headsWithheld"));
    }
    long shared = shape.number("attention.shared_kv_layers").orElse(0L);
    var all = new ArrayList<Block>();
    for (int i = 0; i < blocks; i++) {
      all.add(block(i, i < blocks - shared));
    }
    return new Geometry(
        all,
        SlidingRule.window(shape),
        width,
        vocabulary(),
        shape.number("embedding_length_per_layer_input").orElse(0L),
        shape.number("n_deepstack_layers").orElse(0L),
        experts(),
        habits,
        new TensorIndex(shape),
        assumptions);
  }

  private Block block(int i, boolean ownsCache) {
    boolean sliding = SlidingRule.isSliding(shape, i);
    return new Block(
        i,
        ownsCache ? keeps(i, sliding) : Optional.empty(),
        perLayer("attention.head_count", i).orElse(1L),
        kvHeads(i),
        length("key", sliding),
        length("value", sliding),
        sliding,
        perLayer("feed_forward_length", i).orElse(0L));
  }

  private Optional<Layer> keeps(int i, boolean sliding) {
    long kvHeads = kvHeads(i);
    if (kvHeads == 0 || isLinear(i)) {
      return isFeedForwardOnly(i) ? Optional.empty() : state();
    }
    var latent = LatentShape.of(shape).filter(LatentShape::storesVectors);
    if (latent.isPresent()) {
      return latent.map(
          vector -> new Layer.Attention(1, vector.cellElements(), 0, vector.rank(), false));
    }
    return Optional.of(
        new Layer.Attention(kvHeads, length("key", sliding), length("value", sliding), 0, sliding));
  }

  private long kvHeads(int i) {
    return perLayer("attention.head_count_kv", i)
        .orElseGet(() -> perLayer("attention.head_count", i).orElse(1L));
  }

  /// Hybrid models name the distance between their attention layers, or it is four; the others in
  /// between keep a state.
  private boolean isLinear(int i) {
    long interval =
        shape.number("full_attention_interval").orElse(habits.gatesAttention() ? 4L : 0L);
    return interval > 0 && (i + 1) % interval != 0;
  }

  /// In these models each layer is one part: attention, a state, or feed-forward.
  private boolean isFeedForwardOnly(int i) {
    return habits.onePartPerLayer() && perLayer("feed_forward_length", i).orElse(0L) > 0;
  }

  /// Source: `n_embd_r` and `n_embd_s` of llama.cpp's `llama-hparams.cpp`; 32-bit numbers.
  private Optional<Layer> state() {
    var kernel = shape.number("shortconv.l_cache");
    if (kernel.isPresent()) {
      return Optional.of(
          new Layer.Recurrent(Kind.SHORT_CONVOLUTION, Float.BYTES * (kernel.get() - 1) * width));
    }
    var kind = shape.architecture().startsWith("qwen") ? Kind.DELTA_NET : Kind.STATE_SPACE;
    return StateSpace.of(shape)
        .map(space ->
            new Layer.Recurrent(
                kind, Float.BYTES * (space.convolutionElements() + space.stateElements())));
  }

  private long length(String what, boolean sliding) {
    var ofSliding = shape.number("attention." + what + "_length_swa").filter(_ -> sliding);
    return ofSliding
        .or(() -> shape.number("attention." + what + "_length"))
        .orElseGet(() -> width / Math.max(1, mostHeads()));
  }

  private Experts experts() {
    long width =
        perLayer("expert_feed_forward_length", 0)
            .orElseGet(() -> perLayer("feed_forward_length", 0).orElse(0L));
    return new Experts(
        shape.number("expert_count").orElse(0L),
        Math.max(1, shape.number("expert_used_count").orElse(0L)),
        width,
        shape.architecture().startsWith("gpt"),
        normsWeights(),
        scalesWeights());
  }

  /// Most architectures do; of some every model says it for itself.
  private boolean normsWeights() {
    return shape
        .value("expert_weights_norm")
        .map(Boolean.TRUE::equals)
        .orElse(!UNNORMED_WEIGHTS.contains(shape.architecture()));
  }

  private boolean scalesWeights() {
    return shape.value("expert_weights_scale").orElse(1.0) instanceof Number scale
        && scale.doubleValue() != 0
        && scale.doubleValue() != 1;
  }

  private long vocabulary() {
    return shape
        .number("vocab_size")
        .or(() ->
            shape.tensors().stream()
                .filter(tensor ->
                    tensor.name().equals("token_embd.weight") && tensor.shape().size() == 2)
                .map(tensor -> tensor.shape().get(1))
                .findFirst())
        .orElse(0L);
  }

  private long mostHeads() {
    long most = 1;
    for (int i = 0; i < blocks; i++) {
      most = Math.max(most, perLayer("attention.head_count", i).orElse(1L));
    }
    return most;
  }

  /// A value that is one number for all layers or a list with one per layer.
  private Optional<Long> perLayer(String name, int layer) {
    return shape
        .value(name)
        .flatMap(value ->
            switch (value) {
              case List<?> list
                  when layer < list.size() && list.get(layer) instanceof Number number ->
                  Optional.of(number.longValue());
              case Number number -> Optional.of(number.longValue());
              default -> Optional.empty();
            });
  }
}
