package dev.switchyard.domain.fit;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.fit.ModelShape.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The memory of a model's own numbers: exact where every tensor's type and shape is known, else
/// the file's size.
final class Weights {
  /// A file also holds the vocabulary, up to some tens of megabytes. What goes beyond is a layer of
  /// its own: a separate projector.
  private static final long LARGEST_METADATA = 64L << 20;

  private static final Predicate<Tensor> READS_IMAGES_OR_SOUND =
      tensor -> Stream.of("v.", "mm.", "a.").anyMatch(tensor.name()::startsWith);

  private Weights() {}

  static List<Part> of(ModelShape shape, Engine engine, Hardware hardware) {
    boolean exact =
        !shape.tensors().isEmpty()
            && shape.tensors().stream().allMatch(tensor -> TensorType.bytes(tensor).isPresent());
    if (!exact) {
      return List.of(Engine.part(Part.Name.WEIGHTS, shape.fileBytes(), "fit.assume.weights.file"));
    }
    long all = sum(shape.loadedTensors(), _ -> true);
    long projector = sum(shape.loadedTensors(), READS_IMAGES_OR_SOUND);
    long vocabulary = sum(shape.loadedTensors(), is("token_embd.weight"));
    boolean tied = shape.tensors().stream().noneMatch(is("output.weight"));
    int copies = engine.vocabularyCopies(shape, tied, hardware);
    var parts = new ArrayList<Part>();
    parts.add(
        Engine.part(
            Part.Name.WEIGHTS,
            all - projector + (copies - 1) * vocabulary,
            "fit.assume.weights.tensors",
            copies));
    long beside = shape.fileBytes() - sum(shape.tensors(), _ -> true);
    if (beside > LARGEST_METADATA || shape.hasProjector()) {
      projector += beside;
    }
    if (projector > 0) {
      parts.add(projector(projector, engine.vision(shape)));
    }
    return parts;
  }

  /// @param vision what images go through, where the engine's steps are known
  private static Part projector(long weights, Optional<Vision> vision) {
    return vision
        .map(steps -> {
          long work = VisionGraph.of(steps).peakBytes();
          return Engine.part(
              Part.Name.PROJECTOR,
              weights + work,
              "fit.assume.projector.images",
              new Bytes(work),
              steps.patches() / (steps.merge() * steps.merge()));
        })
        .orElseGet(() -> Engine.part(Part.Name.PROJECTOR, weights, "fit.assume.projector"));
  }

  private static Predicate<Tensor> is(String name) {
    return tensor -> tensor.name().equals(name);
  }

  private static long sum(List<Tensor> tensors, Predicate<Tensor> which) {
    return tensors.stream()
        .filter(which)
        .mapToLong(tensor -> TensorType.bytes(tensor).orElseThrow())
        .sum();
  }
}
