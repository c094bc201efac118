package dev.switchyard.fake.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// The contrast of every text, icon and mark with what it stands on, by the formula of WCAG 2.2.
///
/// Level AA: 4.5 for text (success criterion 1.4.3), 3 for large text and for what is no text
/// (1.4.11). What is disabled is exempt there, and here.
public final class Contrast {
  private static final double TEXT = 4.5;
  private static final double LARGE = 3;

  /// In pixels of 1/96 inch: 18 points, and 14 points for bold text.
  private static final double LARGE_SIZE = 24;

  private static final double LARGE_BOLD_SIZE = 18.66;

  /// Regions that say something by their colour and shape alone, and the edges that tell where
  /// something can be typed or chosen.
  private static final Set<String> MARKS =
      Set.of("shape", "key", "text-input", "combo-box-base", "choice-box", "box", "sy-segmented");

  private final List<String> faults = new ArrayList<>();

  private Contrast() {}

  /// @return one line for each text, icon or mark that is too faint
  public static List<String> faults(Parent root) {
    var contrast = new Contrast();
    contrast.walk(root, Color.WHITE);
    return contrast.faults;
  }

  /// Between 1 and 21.
  public static double ratio(Color one, Color other) {
    double brighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (brighter + 0.05) / (darker + 0.05);
  }

  /// The colour that a node stands on.
  static Color groundOf(Node node) {
    var parent = node.getParent();
    var behind = parent == null ? Color.WHITE : groundOf(parent);
    return parent instanceof Region region ? painted(region, behind) : behind;
  }

  private void walk(Node node, Color behind) {
    if (!node.isVisible() || node.getOpacity() == 0 || node.isDisabled()) {
      return;
    }
    var ground = behind;
    if (node instanceof Region region) {
      if (isMark(region)) {
        mark(region, behind);
      }
      ground = painted(region, behind);
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      text(text, ground);
    }
    if (node instanceof Parent parent) {
      for (var child : parent.getChildrenUnmodifiable()) {
        walk(child, ground);
      }
    }
  }

  /// The field within a box that is chosen from has the box's edge.
  private static boolean isMark(Region region) {
    return region.getStyleClass().stream().anyMatch(MARKS::contains)
        && !(region.getParent() instanceof ComboBoxBase<?>);
  }

  private void text(Text text, Color ground) {
    if (color(text.getFill()).isEmpty()) {
      return;
    }
    double needed = text instanceof FontIcon || isLarge(text) ? LARGE : TEXT;
    require(text, color(text.getFill()).get(), ground, needed);
  }

  /// By its strongest colour: a ring has no ground of its own.
  private void mark(Region region, Color ground) {
    paints(region)
        .max((a, b) -> Double.compare(seen(a, ground), seen(b, ground)))
        .ifPresent(color -> require(region, color, ground, LARGE));
  }

  private static double seen(Color color, Color ground) {
    return ratio(over(color, ground), ground);
  }

  private void require(Node node, Color color, Color ground, double needed) {
    var drawn = over(color.deriveColor(0, 1, 1, node.getOpacity()), ground);
    double ratio = ratio(drawn, ground);
    if (ratio < needed - 0.005) {
      faults.add(
          "contrast %.2f below %.1f: %s on %s of %s"
              .formatted(ratio, needed, hex(drawn), hex(ground), Nodes.describe(node)));
    }
  }

  private static Stream<Color> paints(Region region) {
    var fills =
        region.getBackground() == null
            ? Stream.<Color>empty()
            : region.getBackground().getFills().stream()
                .flatMap(fill -> color(fill.getFill()).stream());
    var strokes =
        region.getBorder() == null
            ? Stream.<Color>empty()
            : region.getBorder().getStrokes().stream()
                .flatMap(stroke -> color(stroke.getTopStroke()).stream());
    return Stream.concat(fills, strokes);
  }

  private static Color painted(Region region, Color behind) {
    var ground = behind;
    if (region.getBackground() != null) {
      for (var fill : region.getBackground().getFills()) {
        ground = color(fill.getFill()).map(over(ground)).orElse(ground);
      }
    }
    return ground;
  }

  private static java.util.function.Function<Color, Color> over(Color ground) {
    return color -> over(color, ground);
  }

  private static Color over(Color color, Color ground) {
    return Color.color(ground.getRed(), ground.getGreen(), ground.getBlue())
        .interpolate(
            Color.color(color.getRed(), color.getGreen(), color.getBlue()), color.getOpacity());
  }

  private static Optional<Color> color(Paint paint) {
    return switch (paint) {
      case Color color -> Optional.of(color);
      case LinearGradient gradient -> Optional.of(gradient.getStops().getFirst().getColor());
      case null, default -> Optional.empty();
    };
  }

  private static boolean isLarge(Text text) {
    var font = text.getFont();
    return font.getSize() >= LARGE_SIZE
        || font.getSize() >= LARGE_BOLD_SIZE && font.getStyle().contains("Bold");
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static String hex(Color color) {
    return "#%02x%02x%02x"
        .formatted(
            Math.round(color.getRed() * 255),
            Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255));
  }
}
