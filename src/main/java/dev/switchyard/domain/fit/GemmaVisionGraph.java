package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// An image through the encoders of Gemma 3 and 4.
///
/// Source: llama.cpp's `tools/mtmd/models/siglip.cpp` and `gemma4v.cpp`.
final class GemmaVisionGraph extends VisionGraph {
  private final Vision vision;
  private final Calculation step;
  private final Tensor columns;
  private final Tensor lines;

  GemmaVisionGraph(Vision vision) {
    super(vision);
    this.vision = vision;
    this.step = step();
    this.columns = Tensor.input(Tensor.F32, vision.patches());
    this.lines = Tensor.input(Tensor.F32, vision.patches());
  }

  @Override
  Tensor tokens() {
    var x = patches().reshaped(vision.width(), vision.patches());
    for (int i = 0; i < vision.blocks(); i++) {
      x = layer(x);
    }
    return isGemma4() ? tokens4(x) : tokens3(step.centered(x));
  }

  private boolean isGemma4() {
    return vision.kind() == Vision.Kind.GEMMA4;
  }

  private Tensor patches() {
    long width = vision.width();
    long patches = vision.patches();
    var read = read(isGemma4() ? Tensor.over(image()) : image());
    var turned = Tensor.result(List.of(read.part(width, patches)), width, patches);
    if (!isGemma4()) {
      return Tensor.over(Tensor.over(turned, Tensor.stored()), Tensor.stored());
    }
    var inColumns = step.rows(Tensor.stored(), columns, width);
    return step.sum(step.sum(turned, inColumns), step.rows(Tensor.stored(), lines, width));
  }

  private Tensor layer(Tensor x) {
    var normed = norm(x);
    var query = placed(headed(product(normed, vision.width())));
    var key = placed(headed(product(normed, vision.width())));
    var raw = headed(product(normed, vision.width()));
    var value = isGemma4() ? Tensor.over(raw) : raw;
    var middle = step.sum(after(product(seen(query, key, value), vision.width())), x);
    return step.sum(middle, after(fed(norm(middle))));
  }

  private Tensor fed(Tensor x) {
    long size = vision.feedForward();
    if (isGemma4()) {
      var up = product(x, size);
      return product(step.gated(product(x, size), up), vision.width());
    }
    return product(Tensor.over(product(x, size)), vision.width());
  }

  private Tensor norm(Tensor x) {
    return isGemma4() ? step.norm(x) : step.centered(x);
  }

  /// Gemma 4 scales what a part gives once more.
  private Tensor after(Tensor x) {
    return isGemma4() ? step.norm(x) : x;
  }

  /// Gemma 4 keeps what goes into a matrix, and what comes out, within limits.
  private Tensor product(Tensor x, long size) {
    return isGemma4()
        ? Tensor.over(step.product(Tensor.over(x), size))
        : step.biased(step.product(x, size), true);
  }

  private Tensor headed(Tensor x) {
    return x.reshaped(vision.headLength(), vision.heads(), vision.patches());
  }

  private Tensor placed(Tensor x) {
    return isGemma4() ? Tensor.over(Tensor.over(step.norm(x), columns), lines) : x;
  }

  /// Neighbouring patches become one token.
  private Tensor merged(Tensor x) {
    long width = vision.width();
    long side = vision.side() / vision.merge();
    var turned =
        Tensor.result(
            List.of(x.part(vision.patches(), width)), vision.side(), vision.side(), width);
    var pooled = Tensor.result(List.of(turned), side, side, width);
    return Tensor.result(List.of(pooled.part(width, side * side)), width, side * side);
  }

  private Tensor tokens4(Tensor x) {
    return product(Tensor.over(Tensor.over(merged(x))), vision.out());
  }

  private Tensor tokens3(Tensor x) {
    var normed = step.norm(merged(x));
    var turned = Tensor.halves(List.of(Tensor.stored()), vision.width(), vision.out());
    return Tensor.result(List.of(turned, normed), vision.out(), normed.size(1));
  }
}
