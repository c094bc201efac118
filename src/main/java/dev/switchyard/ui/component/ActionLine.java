package dev.switchyard.ui.component;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/// A text and the controls that belong to it: at the end of its line where there is room for both,
/// else below, on as many lines as they need.
final class ActionLine extends Pane {
  private static final double GAP = 10;
  private static final double LINE_GAP = 8;

  /// A text that gets less than this beside its buttons is hard to read.
  private static final double LEAST_TEXT = 300;

  private static final double LEAST_WORDS = 80;

  private final Label text;
  private final FlowPane actions = new FlowPane(LINE_GAP, LINE_GAP);

  ActionLine(Label text) {
    this.text = text;
    actions.setRowValignment(VPos.CENTER);
    getChildren().setAll(text, actions);
  }

  void setActions(List<? extends Node> nodes) {
    actions.getChildren().setAll(nodes);
    actions.setManaged(!nodes.isEmpty());
    actions.setVisible(!nodes.isEmpty());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /// Of all in one line, which a flow pane does not say.
  private double actionsWidth() {
    var nodes = actions.getChildren();
    return nodes.isEmpty()
        ? 0
        : nodes.stream().mapToDouble(node -> snapSizeX(node.prefWidth(-1)) + LINE_GAP).sum()
            - LINE_GAP;
  }

  private double actionsHeight(double width) {
    return actions.isManaged() ? actions.prefHeight(Math.min(width, actionsWidth())) : 0;
  }

  private boolean isBeside(double width) {
    return !actions.isManaged()
        || width - actionsWidth() - GAP >= Math.min(LEAST_TEXT, text.prefWidth(-1));
  }

  private double textWidth(double width) {
    return actions.isManaged() && isBeside(width) ? width - actionsWidth() - GAP : width;
  }

  @Override
  protected double computeMinWidth(double height) {
    double ofActions = actions.isManaged() ? actions.minWidth(-1) : 0;
    return Math.max(ofActions, Math.min(LEAST_WORDS, text.prefWidth(-1)));
  }

  @Override
  protected double computePrefWidth(double height) {
    return text.prefWidth(-1) + (actions.isManaged() ? GAP + actionsWidth() : 0);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double used = width < 0 ? prefWidth(-1) : width;
    double ofText = text.prefHeight(textWidth(used));
    double ofActions = actionsHeight(used);
    return isBeside(used) ? Math.max(ofText, ofActions) : ofText + LINE_GAP + ofActions;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double forText = textWidth(width);
    double ofText = text.prefHeight(forText);
    double ofActions = actionsHeight(width);
    if (isBeside(width)) {
      double height = Math.max(ofText, ofActions);
      text.resizeRelocate(0, snapPositionY((height - ofText) / 2), forText, ofText);
      actions.resizeRelocate(
          snapPositionX(width - actionsWidth()),
          snapPositionY((height - ofActions) / 2),
          actionsWidth(),
          ofActions);
    } else {
      text.resizeRelocate(0, 0, width, ofText);
      actions.resizeRelocate(
          0, snapPositionY(ofText + LINE_GAP), Math.min(width, actionsWidth()), ofActions);
    }
  }
}
