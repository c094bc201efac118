package dev.switchyard.ui.component;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Cards in as many columns as the width allows; the cards of a row are equally high, and a row's
/// last card takes the columns that are left.
public final class CardGrid extends Pane {
  private static final String SPAN = "card-span";

  private final double gap;
  private final double leastColumn;
  private final int mostColumns;

  /// @param leastColumn what a column needs, in pixels, to stand beside another
  /// @param mostColumns also on the widest window
  public CardGrid(double leastColumn, int mostColumns, double gap) {
    this.leastColumn = leastColumn;
    this.mostColumns = mostColumns;
    this.gap = gap;
  }

  /// Lets a card take more than one column where there are as many.
  public static void setSpan(Node card, int columns) {
    card.getProperties().put(SPAN, columns);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    // One column is as narrow as its cards may be.
    return getManagedChildren().stream().mapToDouble(card -> card.minWidth(-1)).max().orElse(0)
        + sides();
  }

  @Override
  protected double computePrefWidth(double height) {
    return mostColumns * (leastColumn + gap) - gap + sides();
  }

  @Override
  protected double computePrefHeight(double width) {
    double used = width < 0 ? prefWidth(-1) : width - sides();
    return height(rows(used)) + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private double height(List<List<Cell>> rows) {
    double heights = rows.stream().mapToDouble(CardGrid::rowHeight).sum();
    return heights + gap * Math.max(0, rows.size() - 1);
  }

  private double sides() {
    return snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected void layoutChildren() {
    var rows = rows(getWidth() - sides());
    double y = snappedTopInset();
    for (var row : rows) {
      double height = rowHeight(row);
      for (var cell : row) {
        cell.node().resizeRelocate(snappedLeftInset() + cell.x(), y, cell.width(), height);
      }
      y += height + gap;
    }
  }

  private record Cell(Node node, double x, double width) {}

  private static double rowHeight(List<Cell> row) {
    return row.stream().mapToDouble(cell -> cell.node().prefHeight(cell.width())).max().orElse(0);
  }

  private List<List<Cell>> rows(double width) {
    int columns = (int) Math.clamp((width + gap) / (leastColumn + gap), 1, mostColumns);
    double column = (width - gap * (columns - 1)) / columns;
    var rows = new ArrayList<List<Cell>>();
    var row = new ArrayList<Node>();
    int taken = 0;
    for (var child : getManagedChildren()) {
      int span = Math.min(columns, span(child));
      if (taken + span > columns) {
        rows.add(cells(row, columns, column));
        row.clear();
        taken = 0;
      }
      row.add(child);
      taken += span;
    }
    if (!row.isEmpty()) {
      rows.add(cells(row, columns, column));
    }
    return rows;
  }

  private List<Cell> cells(List<Node> row, int columns, double column) {
    var cells = new ArrayList<Cell>();
    int at = 0;
    for (int i = 0; i < row.size(); i++) {
      boolean last = i == row.size() - 1;
      int span = last ? columns - at : Math.min(columns, span(row.get(i)));
      double from = snapPositionX(at * (column + gap));
      double to = snapPositionX((at + span) * (column + gap) - gap);
      cells.add(new Cell(row.get(i), from, to - from));
      at += span;
    }
    return cells;
  }

  private static int span(Node card) {
    return card.getProperties().get(SPAN) instanceof Integer columns ? columns : 1;
  }
}
