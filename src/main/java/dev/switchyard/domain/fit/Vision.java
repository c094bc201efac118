package dev.switchyard.domain.fit;

import java.util.Optional;

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
record Vision(
    Kind kind,
    long blocks,
    long width,
    long heads,
    long feedForward,
    long patch,
    long side,
    long merge,
    long out) {
  /// The ways of reading images whose steps are known.
  enum Kind {
    GEMMA3,
    GEMMA4
  }

  /// Images of Gemma 4 come in many sizes: memory is planned for one of this many tokens' side.
  private static final long PLANNED_SIDE = 16;

  /// Empty where the model reads no images, or in a way that is not known.
  static Optional<Vision> of(ModelShape shape) {
    var of = shape.values().containsKey("clip.vision.block_count") ? "clip" : shape.architecture();
    return kind(shape)
        .flatMap(kind ->
            number(shape, of, "block_count").map(blocks -> vision(shape, of, kind, blocks)));
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
      default -> Optional.empty();
    };
  }

  private static Vision vision(ModelShape shape, String of, Kind kind, long blocks) {
    long patch = number(shape, of, "patch_size").orElse(kind == Kind.GEMMA4 ? 16L : 14L);
    long merge = number(shape, of, "projector.scale_factor").orElse(kind == Kind.GEMMA4 ? 3L : 4L);
    return new Vision(
        kind,
        blocks,
        number(shape, of, "embedding_length").orElse(0L),
        number(shape, of, "attention.head_count").orElse(1L),
        number(shape, of, "feed_forward_length").orElse(0L),
        patch,
        kind == Kind.GEMMA4
            ? PLANNED_SIDE * merge
            : number(shape, of, "image_size").orElse(0L) / patch,
        merge,
        number(shape, of, "projection_dim").or(() -> shape.number("embedding_length")).orElse(0L));
  }

  private static Optional<Long> number(ModelShape shape, String of, String name) {
    return shape.values().get(of + ".vision." + name) instanceof Number number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }
}
