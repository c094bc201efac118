package dev.switchyard.fake.look;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Whether a person sees where the keyboard's next key goes.
public final class FocusRing {
  /// For what is no text, by WCAG 2.2, success criteria 1.4.11 and 2.4.7.
  private static final double LEAST = 3;

  private static final double LEAST_WIDTH = 2;

  private FocusRing() {}

  /// To be asked on the JavaFX thread, of the node that has the focus by a key.
  ///
  /// @return what is wrong; empty where a ring stands out from what is around it
  public static Optional<String> fault(Node focused) {
    double best =
        Nodes.visible(focused).stream()
            .filter(Region.class::isInstance)
            .map(Region.class::cast)
            .flatMap(region -> rings(region).map(ring -> contrast(region, ring)))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    return best >= LEAST
        ? Optional.empty()
        : Optional.of("no focus ring (%.1f): %s".formatted(best, Nodes.describe(focused)));
  }

  private static Stream<Color> rings(Region region) {
    return region.getBorder() == null
        ? Stream.empty()
        : region.getBorder().getStrokes().stream()
            .filter(stroke -> stroke.getWidths().getTop() >= LEAST_WIDTH)
            .map(stroke -> stroke.getTopStroke())
            .filter(Color.class::isInstance)
            .map(Color.class::cast)
            .filter(color -> color.getOpacity() > 0);
  }

  private static double contrast(Region region, Color ring) {
    return Contrast.ratio(ring, Contrast.groundOf(region));
  }
}
