package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;
import java.util.Optional;

/// An image through the encoder of Qwen3-VL and Qwen3.5.
///
/// Source: llama.cpp's `tools/mtmd/models/qwen3vl.cpp` and `qwen2vl.cpp`.
final class QwenVisionGraph extends VisionGraph {
  private final Vision vision;
  private final Calculation step;
  private final Tensor positions;

  QwenVisionGraph(Vision vision) {
    super(vision);
    this.vision = vision;
    this.step = step();
    this.positions = Tensor.input(Tensor.F32, 4 * vision.patches());
  }

  @Override
  Tensor tokens() {
    var x = step.sum(Tensor.over(patches(), Tensor.stored()), places());
    Optional<Tensor> deep = Optional.empty();
    for (int i = 0; i < vision.blocks(); i++) {
      x = layer(x);
      if (vision.deepLayers().contains(i)) {
        var own = toTokens(step.centered(merged(x)));
        deep = Optional.of(deep.map(before -> beside(before, own)).orElse(own));
      }
    }
    var all = toTokens(merged(step.centered(x)));
    return deep.map(own -> beside(all, own)).orElse(all);
  }

  /// An image is read like a film of two pictures.
  private Tensor patches() {
    var image = image();
    return byFours(step.sum(read(image), read(image)));
  }

  /// What is learned of places, stretched to the image.
  private Tensor places() {
    if (vision.learnedSide() == vision.side()) {
      return byFours(Tensor.stored(vision.width(), vision.patches()));
    }
    var stretched =
        Tensor.result(
            List.of(Tensor.stored().part(1)), vision.side(), vision.side(), vision.width());
    return byFours(
        Tensor.result(
            List.of(stretched.part(vision.width(), vision.patches())),
            vision.width(),
            vision.patches()));
  }

  /// Patches that become one token are brought beside each other, in two steps.
  private Tensor byFours(Tensor x) {
    var pairs =
        Tensor.result(
            List.of(x.part(vision.width(), vision.patches())), vision.width(), vision.patches());
    return Tensor.result(
        List.of(pairs.part(vision.width(), vision.patches())), vision.width(), vision.patches());
  }

  private Tensor layer(Tensor x) {
    var all = biased(step.centered(x), 3 * vision.width());
    var seen = seen(turned(all), turned(all), headed(all));
    var middle = step.sum(biased(seen, vision.width()), x);
    var inner = Tensor.over(biased(step.centered(middle), vision.feedForward()));
    return step.sum(middle, biased(inner, vision.width()));
  }

  private Tensor turned(Tensor all) {
    return Tensor.over(headed(all), positions);
  }

  private Tensor headed(Tensor all) {
    return all.part(vision.headLength(), vision.heads(), vision.patches());
  }

  private Tensor merged(Tensor x) {
    long each = vision.merge() * vision.merge();
    return x.reshaped(each * vision.width(), vision.patches() / each);
  }

  private Tensor toTokens(Tensor x) {
    return biased(Tensor.over(biased(x, x.size(0))), vision.out());
  }

  private Tensor biased(Tensor x, long size) {
    return step.biased(step.product(x, size), true);
  }

  private static Tensor beside(Tensor a, Tensor b) {
    return Tensor.result(List.of(a, b), a.size(0) + b.size(0), a.size(1));
  }
}
