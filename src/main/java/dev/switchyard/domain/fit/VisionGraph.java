package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Graph;
import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// One image on its way through what reads it, as llama-server plans it when it starts.
///
/// Source: llama.cpp's `tools/mtmd/clip.cpp` and its `models/siglip.cpp` and `gemma4v.cpp`.
final class VisionGraph {
  private static final int COLOURS = 3;

  private final Vision vision;
  private final Calculation step = new Calculation(new Graph());
  private final Tensor columns;
  private final Tensor lines;

  VisionGraph(Vision vision) {
    this.vision = vision;
    this.columns = Tensor.input(Tensor.F32, vision.patches());
    this.lines = Tensor.input(Tensor.F32, vision.patches());
  }

  long peakBytes() {
    var x = patches().reshaped(vision.width(), vision.patches());
    for (int i = 0; i < vision.blocks(); i++) {
      x = layer(x);
    }
    step.add(isGemma4() ? tokens4(x) : tokens3(step.centered(x)));
    return step.graph().peakBytes();
  }

  private boolean isGemma4() {
    return vision.kind() == Vision.Kind.GEMMA4;
  }

  private Tensor patches() {
    long pixels = vision.side() * vision.patch();
    long width = vision.width();
    long patches = vision.patches();
    var image = Tensor.input(Tensor.F32, pixels, pixels, COLOURS);
    var rows =
        Tensor.halves(
            List.of(isGemma4() ? Tensor.over(image) : image),
            COLOURS * vision.patch() * vision.patch(),
            patches);
    var read = Tensor.result(List.of(rows, Tensor.stored()), patches, width);
    var turned = Tensor.result(List.of(copied(read).part(width, patches)), width, patches);
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
    step.add(query);
    step.add(key);
    step.add(value);
    var middle = step.sum(after(product(seen(query, key, value), vision.width())), x);
    return step.sum(middle, after(fed(norm(middle))));
  }

  private Tensor seen(Tensor query, Tensor key, Tensor value) {
    return Tensor.result(
            List.of(byHead(query), halved(key), halved(value)),
            vision.headLength(),
            vision.heads(),
            vision.patches())
        .reshaped(vision.width(), vision.patches());
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

  private Tensor byHead(Tensor x) {
    return x.part(vision.headLength(), vision.patches(), vision.heads());
  }

  private Tensor halved(Tensor x) {
    return Tensor.halves(List.of(byHead(x)), vision.headLength(), vision.patches(), vision.heads());
  }

  private static Tensor copied(Tensor x) {
    return Tensor.result(List.of(x.part(x.size(0), x.size(1))), x.size(0), x.size(1));
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
