package dev.switchyard.ui.projects;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/// One line of the table: header and rows share the same columns. Where the table is narrow, its
/// cells stand below each other.
class ProjectGrid extends GridPane {
  private static final List<ColumnConstraints> WIDE =
      List.of(
          flexible(110, 210), asItPrefers(), flexible(110, 190), flexible(130, 250), asItPrefers());
  private static final List<ColumnConstraints> SLIM = List.of(flexible(110, 210), asItPrefers());

  private List<Node> cells = List.of();

  ProjectGrid() {
    getStyleClass().add("project-grid");
    setMinWidth(0);
  }

  /// @param shown name, route, model, destination, and what can be done
  final void setCells(Node... shown) {
    cells = List.of(shown);
    getChildren().setAll(cells);
    setSlim(false);
  }

  /// @param slim whether the cells stand below each other
  void setSlim(boolean slim) {
    getColumnConstraints().setAll(slim ? SLIM : WIDE);
    getRowConstraints().setAll(cells.stream().map(_ -> centred()).toList());
    for (int i = 0; i < cells.size(); i++) {
      var cell = cells.get(i);
      boolean last = i == cells.size() - 1;
      if (slim) {
        setConstraints(cell, last ? 1 : 0, last ? 0 : i, last || i == 0 ? 1 : 2, 1);
      } else {
        setConstraints(cell, i, 0, 1, 1);
      }
    }
  }

  private static RowConstraints centred() {
    var row = new RowConstraints();
    row.setValignment(VPos.CENTER);
    return row;
  }

  private static ColumnConstraints flexible(double least, double usual) {
    var column = new ColumnConstraints(least, usual, Double.MAX_VALUE);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  /// The same in every row, as each has the same controls there.
  private static ColumnConstraints asItPrefers() {
    var column = new ColumnConstraints();
    column.setMinWidth(Region.USE_PREF_SIZE);
    column.setHalignment(HPos.LEFT);
    return column;
  }
}
