package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model's layers and widths, read out of its shape.
///
/// @param layers the layers that keep something; layers that share another one's cache are not
///   among them
/// @param blockCount all layers
/// @param window tokens that sliding layers see, 0 where there are none
/// @param width elements per token between the layers (`embedding_length`)
/// @param queryWidth elements per token of all queries of the widest layer
/// @param feedForwardWidth elements per token inside the widest feed-forward part, over all experts
///   used
/// @param vocabulary number of tokens
/// @param heads query heads, the most of any layer
/// @param assumptions what had to be assumed because the shape does not say
record Geometry(
    List<Layer> layers,
    int blockCount,
    long window,
    long width,
    long queryWidth,
    long feedForwardWidth,
    long vocabulary,
    long heads,
    List<Message> assumptions) {

  /// Unknown where the shape has no layers to speak of, such as a cloud stub's.
  static Known<Geometry> of(ModelShape shape) {
    var blocks = shape.number("block_count");
    var width = shape.number("embedding_length");
    if (blocks.isEmpty() || width.isEmpty() || blocks.get() <= 0 || blocks.get() > 10_000) {
      return Known.unknown(Message.of("fit.unknown.noShape"));
    }
    return Known.of(new Reader(shape, blocks.get().intValue(), width.get()).geometry());
  }

  boolean hasSliding() {
    return layers.stream()
        .anyMatch(layer -> layer instanceof Layer.Attention attention && attention.sliding());
  }

  /// Elements of the longest key of the layers of one kind, 0 where there is none.
  long longestKey(boolean sliding) {
    return layers.stream()
        .filter(
            layer -> layer instanceof Layer.Attention attention && attention.sliding() == sliding)
        .mapToLong(layer -> ((Layer.Attention) layer).keyLength())
        .max()
        .orElse(0);
  }

  private static final class Reader {
    private final ModelShape shape;
    private final int blocks;
    private final long width;
    private final List<Message> assumptions = new ArrayList<>();

    Reader(ModelShape shape, int blocks, long width) {
      this.shape = shape;
      this.blocks = blocks;
      this.width = width;
    }

    Geometry geometry() {
      if (shape.value("attention.head_count_kv").isEmpty()) {
        assumptions.add(Message.of("fit.assume.headsWithheld"));
      }
      var layers = new ArrayList<Layer>();
      long shared = shape.number("attention.shared_kv_layers").orElse(0L);
      for (int i = 0; i < blocks - shared; i++) {
        layer(i).ifPresent(layers::add);
      }
      return new Geometry(
          List.copyOf(layers),
          blocks,
          shape.number("attention.sliding_window").orElse(0L),
          width,
          queryWidth(),
          feedForwardWidth(),
          vocabulary(),
          mostHeads(),
          List.copyOf(assumptions));
    }

    private Optional<Layer> layer(int i) {
      long kvHeads = kvHeads(i);
      if (kvHeads == 0 || isLinear(i)) {
        return state().map(Layer.Recurrent::new);
      }
      var latent = shape.number("attention.kv_lora_rank");
      if (latent.isPresent() && shape.number("attention.key_length_mla").isPresent()) {
        long key = latent.get() + shape.number("rope.dimension_count").orElse(0L);
        return Optional.of(new Layer.Attention(1, key, 0, latent.get(), false));
      }
      boolean sliding = SlidingRule.isSliding(shape, i);
      return Optional.of(
          new Layer.Attention(
              kvHeads, length("key", sliding), length("value", sliding), 0, sliding));
    }

    private long kvHeads(int i) {
      return perLayer("attention.head_count_kv", i)
          .orElseGet(() -> perLayer("attention.head_count", i).orElse(1L));
    }

    /// Hybrid models name the distance between their attention layers; the others in between keep a
    /// state.
    private boolean isLinear(int i) {
      var interval = shape.number("full_attention_interval");
      return interval.isPresent() && interval.get() > 0 && (i + 1) % interval.get() != 0;
    }

    /// Source: the default branch of Ollama's `GraphSize`; 32-bit numbers.
    private Optional<Long> state() {
      var inner = shape.number("ssm.inner_size");
      var size = shape.number("ssm.state_size");
      if (inner.isEmpty() || size.isEmpty()) {
        return Optional.empty();
      }
      long kernel = shape.number("ssm.conv_kernel").orElse(1L);
      long groups = shape.number("ssm.group_count").orElse(0L);
      return Optional.of(
          4 * ((kernel - 1) * (inner.get() + 2 * groups * size.get()) + size.get() * inner.get()));
    }

    private long length(String what, boolean sliding) {
      var ofSliding = shape.number("attention." + what + "_length_swa").filter(_ -> sliding);
      return ofSliding
          .or(() -> shape.number("attention." + what + "_length"))
          .orElse(width / Math.max(1, mostHeads()));
    }

    private long queryWidth() {
      long widest = 0;
      for (int i = 0; i < blocks; i++) {
        long heads = perLayer("attention.head_count", i).orElse(1L);
        widest = Math.max(widest, heads * length("key", SlidingRule.isSliding(shape, i)));
      }
      return widest;
    }

    private long feedForwardWidth() {
      long widest = 0;
      for (int i = 0; i < blocks; i++) {
        widest = Math.max(widest, perLayer("feed_forward_length", i).orElse(0L));
      }
      long experts =
          shape.number("expert_used_count").orElse(0L)
              * shape.number("expert_feed_forward_length").orElse(0L);
      return Math.max(widest, experts);
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
}
