package dev.switchyard.fake.look;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import jfx.incubator.scene.control.richtext.CodeArea;

/// What does not fit: a text that ends in an ellipsis and has no tooltip to tell the rest, a node
/// that sticks out of its parent, or that is cut off at the side with nothing to scroll it.
public final class Overflow {
  /// Positions are rounded to whole pixels.
  private static final double TOLERANCE = 1.5;

  private final List<String> faults = new ArrayList<>();

  private Overflow() {}

  /// @return one line for each text or node that cannot be seen whole
  public static List<String> faults(Parent root) {
    var overflow = new Overflow();
    overflow.walk(root, Double.NEGATIVE_INFINITY, root.getLayoutBounds().getWidth());
    return overflow.faults;
  }

  /// @param from where the visible part begins, in the scene
  /// @param to where it ends
  private void walk(Node node, double from, double to) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.isTextTruncated() && !hasTooltip(labeled)) {
      faults.add("cut short: " + Nodes.describe(node));
    }
    var bounds = node.localToScene(node.getLayoutBounds());
    if (isSomethingToRead(node)
        && bounds.getWidth() > 0
        && (bounds.getMaxX() > to + TOLERANCE || bounds.getMinX() < from - TOLERANCE)) {
      faults.add("cut off at the side: " + Nodes.describe(node));
      return;
    }
    if (node instanceof Pane pane) {
      pane.getChildren().stream().filter(Node::isManaged).forEach(child -> stays(child, pane));
    }
    if (node instanceof Parent parent && !scrollsByItself(node)) {
      boolean slides = scrollsSideways(node);
      var clip = slides ? null : clip(node);
      double left = slides ? Double.NEGATIVE_INFINITY : clip == null ? from : clip.getMinX();
      double right = slides ? Double.POSITIVE_INFINITY : clip == null ? to : clip.getMaxX();
      for (var child : parent.getChildrenUnmodifiable()) {
        walk(child, slides ? left : Math.max(from, left), slides ? right : Math.min(to, right));
      }
    }
  }

  private void stays(Node child, Pane parent) {
    double over =
        scrollsSideways(parent.getParent())
            ? 0
            : child.getLayoutX()
                + child.getLayoutBounds().getMaxX()
                - parent.getLayoutBounds().getMaxX();
    double below =
        scrolls(parent)
            ? 0
            : child.getLayoutY()
                + child.getLayoutBounds().getMaxY()
                - parent.getLayoutBounds().getMaxY();
    if (child.isVisible() && child instanceof Region && Math.max(over, below) > TOLERANCE) {
      faults.add("sticks out by %.0f, %.0f: %s".formatted(over, below, Nodes.describe(child)));
    }
  }

  private static boolean scrolls(Node content) {
    return content.getParent() != null && content.getParent().getStyleClass().contains("viewport");
  }

  private static boolean hasTooltip(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof javafx.scene.control.Control control && control.getTooltip() != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSomethingToRead(Node node) {
    return node instanceof Labeled
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase;
  }

  private static boolean scrollsByItself(Node node) {
    return node instanceof TextInputControl
        || node instanceof CodeArea
        || node instanceof ProgressIndicator;
  }

  /// A pane with a bar below, or its window on what it holds.
  private static boolean scrollsSideways(@org.jspecify.annotations.Nullable Node node) {
    return node instanceof ScrollPane pane && hasHorizontalBar(pane)
        || node != null
            && node.getStyleClass().contains("viewport")
            && node.getParent() instanceof ScrollPane owner
            && hasHorizontalBar(owner);
  }

  private static boolean hasHorizontalBar(ScrollPane pane) {
    return pane.lookupAll(".scroll-bar:horizontal").stream().anyMatch(Node::isVisible);
  }

  private static @org.jspecify.annotations.Nullable Bounds clip(Node node) {
    return node.getClip() instanceof Rectangle rectangle
        ? node.localToScene(rectangle.getLayoutBounds())
        : null;
  }
}
