package dev.switchyard.ui.component;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A table that scrolls under its head and beside its first columns, which stay in sight.
///
/// The parts need a ground of their own: what scrolls goes behind those that stay.
public final class FrozenScroll extends ScrollPane {
  private final Region corner;
  private final Region head;
  private final Region side;
  private final Region body;
  private final Sheet sheet = new Sheet();

  /// @param corner above the first columns
  /// @param head above the body, as wide as it
  /// @param side the first columns, as high as the body
  public FrozenScroll(Region corner, Region head, Region side, Region body) {
    this.corner = corner;
    this.head = head;
    this.side = side;
    this.body = body;
    sheet.getChildren().setAll(body, head, side, corner);
    setContent(sheet);
    setFitToWidth(true);
    setFocusTraversable(false);
    getStyleClass().add("sy-frozen");
    var x = offset(hvalueProperty(), true);
    var y = offset(vvalueProperty(), false);
    side.translateXProperty().bind(x);
    head.translateYProperty().bind(y);
    corner.translateXProperty().bind(x);
    corner.translateYProperty().bind(y);
  }

  private DoubleBinding offset(DoubleProperty value, boolean across) {
    return Bindings.createDoubleBinding(
        () -> Math.rint(value.get() * hidden(across)),
        value,
        viewportBoundsProperty(),
        sheet.layoutBoundsProperty());
  }

  private double hidden(boolean across) {
    var all = sheet.getLayoutBounds();
    var seen = getViewportBounds();
    return Math.max(
        0, across ? all.getWidth() - seen.getWidth() : all.getHeight() - seen.getHeight());
  }

  /// Scrolls as far as it takes to see a part of the body.
  public void reveal(Node part) {
    Bounds place = sheet.sceneToLocal(part.localToScene(part.getLayoutBounds()));
    double left = side.getWidth();
    double top = head.getHeight();
    var seen =
        new Rectangle2D(
            getHvalue() * hidden(true) + left,
            getVvalue() * hidden(false) + top,
            Math.max(0, getViewportBounds().getWidth() - left),
            Math.max(0, getViewportBounds().getHeight() - top));
    if (hidden(true) > 0) {
      double by = missing(place.getMinX(), place.getMaxX(), seen.getMinX(), seen.getMaxX());
      setHvalue(Math.clamp(getHvalue() + by / hidden(true), 0, 1));
    }
    if (hidden(false) > 0) {
      double by = missing(place.getMinY(), place.getMaxY(), seen.getMinY(), seen.getMaxY());
      setVvalue(Math.clamp(getVvalue() + by / hidden(false), 0, 1));
    }
  }

  /// How far to scroll; below 0 for back. Of what is larger than the view its beginning is seen.
  private static double missing(double from, double to, double seenFrom, double seenTo) {
    if (from < seenFrom || to - from > seenTo - seenFrom) {
      return from - seenFrom;
    }
    return Math.max(0, to - seenTo);
  }

  private final class Sheet extends Pane {
    @Override
    protected double computeMinWidth(double height) {
      return computePrefWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
      return side.prefWidth(-1) + body.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
      return head.prefHeight(-1) + body.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
      double left = side.prefWidth(-1);
      double top = head.prefHeight(-1);
      double width = Math.max(getWidth() - left, body.prefWidth(-1));
      double height = body.prefHeight(-1);
      corner.resizeRelocate(0, 0, left, top);
      head.resizeRelocate(left, 0, width, top);
      side.resizeRelocate(0, top, left, height);
      body.resizeRelocate(left, top, width, height);
    }
  }
}
