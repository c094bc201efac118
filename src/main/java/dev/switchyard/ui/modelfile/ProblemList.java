package dev.switchyard.ui.modelfile;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// As high as what it lists, up to a limit; scrolls beyond. Not there while it is empty.
final class ProblemList extends ScrollPane {
  private static final double MOST = 160;
  private static final double BORDER = 4;

  private final VBox entries = new VBox();

  ProblemList() {
    entries.getStyleClass().add("problems");
    getStyleClass().add("problem-list");
    setContent(entries);
    setFitToWidth(true);
    managedProperty().bind(visibleProperty());
    show(List.of());
  }

  void show(List<? extends Node> shown) {
    entries.getChildren().setAll(shown);
    setVisible(!shown.isEmpty());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return Math.min(MOST, entries.prefHeight(width) + BORDER);
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }
}
