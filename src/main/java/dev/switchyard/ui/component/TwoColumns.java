package dev.switchyard.ui.component;

import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two nodes beside each other, or one above the other where the window is too narrow for both.
///
/// One keeps the width that it prefers, the other takes the rest.
public class TwoColumns extends Pane {
  private final Region left;
  private final Region right;
  private final boolean rightGrows;
  private final double least;
  private final double share;
  private final double gap;

  /// @param least what the growing node needs to stand beside the other, in pixels
  /// @param share 0 to 1: the other becomes wider than it prefers where this share of the width is
  ///   more
  public static TwoColumns growingLeft(
      Region left, Region right, double least, double share, double gap) {
    return new TwoColumns(left, right, false, least, share, gap);
  }

  protected TwoColumns(
      Region left, Region right, boolean rightGrows, double least, double share, double gap) {
    this.left = left;
    this.right = right;
    this.rightGrows = rightGrows;
    this.least = least;
    this.share = share;
    this.gap = gap;
    getChildren().setAll(left, right);
  }

  private Region steady() {
    return rightGrows ? left : right;
  }

  private boolean isBeside(double width) {
    return width >= Math.max(steady().minWidth(-1), 0) + gap + least;
  }

  private double steadyWidth(double width) {
    double wanted = Math.max(steady().prefWidth(-1), share * width);
    double most = Math.max(steady().minWidth(-1), width - gap - least);
    return snapSizeX(Math.min(wanted, most));
  }

  private double leftWidth(double width) {
    return rightGrows ? steadyWidth(width) : width - gap - steadyWidth(width);
  }

  private double rightWidth(double width) {
    return width - gap - leftWidth(width);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(left.minWidth(-1), right.minWidth(-1)) + sides();
  }

  @Override
  protected double computePrefWidth(double height) {
    return left.prefWidth(-1) + gap + right.prefWidth(-1) + sides();
  }

  @Override
  protected double computeMinHeight(double width) {
    double inner = inner(width);
    return isBeside(inner)
        ? Math.max(left.minHeight(leftWidth(inner)), right.minHeight(rightWidth(inner))) + ends()
        : computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = inner(width);
    return ends()
        + (isBeside(inner)
            ? Math.max(left.prefHeight(leftWidth(inner)), right.prefHeight(rightWidth(inner)))
            : left.prefHeight(inner) + gapBelow() + right.prefHeight(inner));
  }

  @Override
  protected void layoutChildren() {
    double x = snappedLeftInset();
    double y = snappedTopInset();
    double width = getWidth() - sides();
    double height = getHeight() - ends();
    if (isBeside(width)) {
      place(left, x, y, leftWidth(width), height);
      place(right, x + leftWidth(width) + gap, y, rightWidth(width), height);
    } else {
      double above = left.prefHeight(width);
      place(left, x, y, width, above);
      place(right, x, y + above + gapBelow(), width, height - above - gapBelow());
    }
  }

  private void place(Region node, double x, double y, double width, double height) {
    layoutInArea(
        node, x, y, width, height, 0, null, true, fills(), javafx.geometry.HPos.LEFT, VPos.TOP);
  }

  /// Whether both are as high as the row.
  protected boolean fills() {
    return true;
  }

  /// Between the two where one is above the other.
  protected double gapBelow() {
    return gap;
  }

  private double inner(double width) {
    return (width < 0 ? prefWidth(-1) : width) - sides();
  }

  private double sides() {
    return snappedLeftInset() + snappedRightInset();
  }

  private double ends() {
    return snappedTopInset() + snappedBottomInset();
  }
}
