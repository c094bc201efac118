package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.util.List;

/// A model's layers and widths, read out of its shape.
///
/// @param blocks all layers, in order
/// @param window tokens that sliding layers see, 0 where there are none
/// @param width elements per token between the layers (`embedding_length`)
/// @param vocabulary number of tokens
/// @param perLayerWidth elements of the vector that each layer is given of its own, 0 for none
/// @param deepLayers layers that images' vectors bring something along for
/// @param experts what stands in place of, or beside, dense feed-forward parts
/// @param habits what its architecture does
/// @param index which weights each layer brings along
/// @param assumptions what had to be assumed because the shape does not say
record Geometry(
    List<Block> blocks,
    long window,
    long width,
    long vocabulary,
    long perLayerWidth,
    long deepLayers,
    Experts experts,
    Habits habits,
    TensorIndex index,
    List<Message> assumptions) {
  Geometry {
    blocks = List.copyOf(blocks);
    assumptions = List.copyOf(assumptions);
  }

  /// Unknown where the shape has no layers to speak of, such as a cloud stub's.
  static Known<Geometry> of(ModelShape shape) {
    var blocks = shape.number("block_count");
    var width = shape.number("embedding_length");
    if (blocks.isEmpty() || width.isEmpty() || blocks.get() <= 0 || blocks.get() > 10_000) {
      return Known.unknown(Message.of("fit.unknown.noShape"));
    }
    return Known.of(
        new GeometryReader(shape, (int) shape.calculatedBlocks(), width.get()).geometry());
  }

  /// What the layers keep; those that share another one's cache keep nothing.
  List<Layer> layers() {
    return blocks.stream().flatMap(block -> block.keeps().stream()).toList();
  }

  boolean hasSliding() {
    return blocks.stream().anyMatch(block -> block.ownsCache() && block.sliding());
  }

  /// Elements of the longest key of the layers of one kind, 0 where there is none.
  long longestKey(boolean sliding) {
    return longest(sliding, false);
  }

  /// Elements of the longest value of the layers of one kind, 0 where there is none.
  long longestValue(boolean sliding) {
    return longest(sliding, true);
  }

  private long longest(boolean sliding, boolean value) {
    return blocks.stream()
        .filter(block -> block.ownsCache() && block.sliding() == sliding)
        .mapToLong(block -> value ? block.valueLength() : block.keyLength())
        .max()
        .orElse(0);
  }

  /// Query heads, the most of any layer.
  long heads() {
    return blocks.stream().mapToLong(Block::heads).max().orElse(1);
  }

  /// Elements per token of all queries of the widest layer.
  long queryWidth() {
    return blocks.stream().mapToLong(block -> block.heads() * block.keyLength()).max().orElse(0);
  }

  /// Elements per token inside the widest feed-forward part, over all experts used.
  long feedForwardWidth() {
    long dense = blocks.stream().mapToLong(Block::feedForward).max().orElse(0);
    return Math.max(dense, experts.used() * experts.width());
  }
}
