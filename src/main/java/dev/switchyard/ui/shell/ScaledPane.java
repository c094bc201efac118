package dev.switchyard.ui.shell;

import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// Shows its content larger or smaller: laid out in `size / scale`, then drawn with the scale.
///
/// Text and shapes are drawn at their final size, not stretched, so they stay crisp; and unlike a
/// larger font this also scales spacing, icons and widths, so nothing is cut off that fits at 100
/// %. Where the scale leaves the content less than its least size, it scrolls.
public final class ScaledPane extends Region {
  private final Region content;
  private final Scale transform = new Scale(1, 1);

  /// Around the content while it has too little room: made then, which is hardly ever.
  private @Nullable ScrollPane scroll;

  /// @param root a region that takes whatever size it is given
  public ScaledPane(Parent root) {
    content = root instanceof Region region ? region : new StackPane(root);
    content.getTransforms().add(transform);
    getChildren().setAll(content);
    widthProperty().subscribe(this::fit);
    heightProperty().subscribe(this::fit);
  }

  public void setScale(double scale) {
    transform.setX(scale);
    transform.setY(scale);
    fit();
    requestLayout();
  }

  private void fit() {
    boolean isTooLarge =
        getWidth() > 0
            && getHeight() > 0
            && (leastWidth() > getWidth() || leastHeight() > getHeight());
    if (isTooLarge == (scroll == null)) {
      var focused = getScene() == null ? null : getScene().getFocusOwner();
      scroll = isTooLarge ? scrolling(content) : null;
      getChildren().setAll(scroll == null ? content : scroll);
      if (focused != null) {
        // What is taken out of the window and put back has lost the keyboard.
        focused.requestFocus();
      }
    }
  }

  private static ScrollPane scrolling(Region content) {
    // It is as large as is drawn, and the content as it is laid out here.
    var drawn = new Group(content);
    drawn.setAutoSizeChildren(false);
    return new ScrollPane(drawn);
  }

  private double leastWidth() {
    return Math.max(0, content.getMinWidth()) * transform.getX();
  }

  private double leastHeight() {
    return Math.max(0, content.getMinHeight()) * transform.getY();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(
        0,
        0,
        Math.max(getWidth(), leastWidth()) / transform.getX(),
        Math.max(getHeight(), leastHeight()) / transform.getY());
    if (scroll != null) {
      scroll.resizeRelocate(0, 0, getWidth(), getHeight());
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) * transform.getX();
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(-1) * transform.getY();
  }
}
