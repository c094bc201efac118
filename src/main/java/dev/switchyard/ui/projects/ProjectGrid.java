package dev.switchyard.ui.projects;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// One line of the table: header and rows share the same columns.
class ProjectGrid extends GridPane {
  ProjectGrid() {
    getColumnConstraints()
        .setAll(flexible(104, 210), fixed(184), flexible(110, 180), flexible(126, 250), fixed(84));
    getColumnConstraints().getLast().setHalignment(HPos.RIGHT);
    var row = new RowConstraints();
    row.setValignment(VPos.CENTER);
    getRowConstraints().add(row);
    getStyleClass().add("project-grid");
  }

  private static ColumnConstraints flexible(double least, double usual) {
    var column = new ColumnConstraints(least, usual, Double.MAX_VALUE);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private static ColumnConstraints fixed(double width) {
    var column = new ColumnConstraints(width, width, width);
    column.setHalignment(HPos.LEFT);
    return column;
  }
}
