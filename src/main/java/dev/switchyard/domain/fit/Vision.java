package dev.switchyard.domain.fit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What reads images for a model: a projector of its own, or one in the model's file.
///
/// @param blocks its layers
/// @param width elements per patch between them
/// @param heads its attention heads
/// @param feedForward elements per patch inside a feed-forward part
/// @param patch pixels of a patch's side
/// @param side patches of the side of the image that memory is planned for
/// @param merge patches of the side of what becomes one token
/// @param out elements of such a token
/// @param learnedSide patches of the side of the images whose places were learned
/// @param deepLayers layers whose numbers are given to the model's first layers too
record Vision(
    Kind kind,
    long blocks,
    long width,
    long heads,
    long feedForward,
    long patch,
    long side,
    long merge,
    long out,
    long learnedSide,
    Set<Integer> deepLayers) {
  /// The ways of reading images whose steps are known.
  enum Kind {
    GEMMA3(14, 4, 0),
    GEMMA4(16, 3, 16),
    QWEN3(16, 2, 46);

    private final long patch;
    private final long merge;

    /// Tokens of the side of the image that memory is planned for, where images come in many sizes;
    /// 0 where all come in one.
    private final long plannedSide;

    Kind(long patch, long merge, long plannedSide) {
      this.patch = patch;
      this.merge = merge;
      this.plannedSide = plannedSide;
    }
  }

  /// Empty where the model reads no images, or in a way that is not known.
  static Optional<Vision> of(ModelShape shape) {
    var of = shape.values().containsKey("clip.vision.block_count") ? "clip" : shape.architecture();
    return kind(shape)
        .flatMap(kind ->
            number(shape, of, "block_count").map(blocks -> vision(shape, of, kind, blocks)));
  }

  Vision {
    deepLayers = Set.copyOf(deepLayers);
  }

  /// Patches of the image that memory is planned for.
  long patches() {
    return side * side;
  }

  long headLength() {
    return width / heads;
  }

  private static Optional<Kind> kind(ModelShape shape) {
    var named = shape.values().getOrDefault("clip.projector_type", shape.architecture());
    return switch (named.toString()) {
      case "gemma3" -> Optional.of(Kind.GEMMA3);
      case "gemma4", "gemma4v" -> Optional.of(Kind.GEMMA4);
      case "qwen3vl", "qwen3vlmoe", "qwen35", "qwen35moe", "qwen3vl_merger" ->
          Optional.of(Kind.QWEN3);
      default -> Optional.empty();
    };
  }

  private static Vision vision(ModelShape shape, String of, Kind kind, long blocks) {
    long patch = number(shape, of, "patch_size").orElse(kind.patch);
    long merge =
        number(shape, of, "projector.scale_factor")
            .or(() -> number(shape, of, "spatial_merge_size"))
            .orElse(kind.merge);
    long learned = number(shape, of, "image_size").orElse(0L) / patch;
    return new Vision(
        kind,
        blocks,
        number(shape, of, "embedding_length").orElse(0L),
        number(shape, of, "attention.head_count").orElse(1L),
        number(shape, of, "feed_forward_length").orElse(0L),
        patch,
        kind.plannedSide == 0 ? learned : kind.plannedSide * merge,
        merge,
        number(shape, of, "projection_dim").or(() -> shape.number("embedding_length")).orElse(0L),
        learned,
        deepLayers(shape, of));
  }

  /// Named by a list of their numbers, or of yes and no for each layer.
  private static Set<Integer> deepLayers(ModelShape shape, String of) {
    var deep = new HashSet<Integer>();
    if (shape.values().get(of + ".vision.is_deepstack_layers") instanceof List<?> each) {
      for (int i = 0; i < each.size(); i++) {
        if (Boolean.TRUE.equals(each.get(i))) {
          deep.add(i);
        }
      }
    }
    if (shape.values().get(of + ".vision.deepstack_visual_indexes") instanceof List<?> numbers) {
      numbers.stream()
          .filter(Number.class::isInstance)
          .forEach(number -> deep.add(((Number) number).intValue()));
    }
    return deep;
  }

  private static Optional<Long> number(ModelShape shape, String of, String name) {
    return shape.values().get(of + ".vision." + name) instanceof Number number
            && number.longValue() > 0
        ? Optional.of(number.longValue())
        : Optional.empty();
  }
}
