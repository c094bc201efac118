package dev.switchyard.ui.shell;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller: laid out in `size / scale`, then drawn with the scale.
///
/// Text and shapes are drawn at their final size, not stretched, so they stay crisp; and unlike a
/// larger font this also scales spacing, icons and widths, so nothing is cut off that fits at 100
/// %.
public final class ScaledPane extends Region {
  private final Region content;
  private final Scale transform = new Scale(1, 1);

  /// @param root a region that takes whatever size it is given
  public ScaledPane(Parent root) {
    content = root instanceof Region region ? region : new StackPane(root);
    content.getTransforms().add(transform);
    getChildren().setAll(content);
  }

  public void setScale(double scale) {
    transform.setX(scale);
    transform.setY(scale);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / transform.getX(), getHeight() / transform.getY());
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
