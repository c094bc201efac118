package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Graph;
import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// One image on its way through what reads it, as llama-server plans it when it starts.
///
/// Source: llama.cpp's `tools/mtmd/clip.cpp` and its `models`.
abstract sealed class VisionGraph permits GemmaVisionGraph, QwenVisionGraph {
  private static final int COLOURS = 3;

  private final Vision vision;
  private final Calculation step = new Calculation(new Graph());

  VisionGraph(Vision vision) {
    this.vision = vision;
  }

  static VisionGraph of(Vision vision) {
    return switch (vision.kind()) {
      case GEMMA3, GEMMA4 -> new GemmaVisionGraph(vision);
      case QWEN3 -> new QwenVisionGraph(vision);
    };
  }

  /// The tokens that the image becomes.
  abstract Tensor tokens();

  final long peakBytes() {
    step.add(tokens());
    return step.graph().peakBytes();
  }

  final Vision vision() {
    return vision;
  }

  final Calculation step() {
    return step;
  }

  final Tensor image() {
    long pixels = vision.side() * vision.patch();
    return Tensor.input(Tensor.F32, pixels, pixels, COLOURS);
  }

  /// A vector of each patch, element by element over all patches.
  final Tensor read(Tensor image) {
    var rows =
        Tensor.halves(List.of(image), COLOURS * vision.patch() * vision.patch(), vision.patches());
    var read = Tensor.result(List.of(rows, Tensor.stored()), vision.patches(), vision.width());
    return Tensor.result(
        List.of(read.part(vision.patches(), vision.width())), vision.patches(), vision.width());
  }

  final Tensor seen(Tensor query, Tensor key, Tensor value) {
    step.add(query);
    step.add(key);
    step.add(value);
    return Tensor.result(
            List.of(byHead(query), halved(key), halved(value)),
            vision.headLength(),
            vision.heads(),
            vision.patches())
        .reshaped(vision.width(), vision.patches());
  }

  private Tensor byHead(Tensor x) {
    return x.part(vision.headLength(), vision.patches(), vision.heads());
  }

  private Tensor halved(Tensor x) {
    return Tensor.halves(List.of(byHead(x)), vision.headLength(), vision.patches(), vision.heads());
  }
}
