package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.GuideTable;
import dev.switchyard.domain.benchmark.Samples;
import dev.switchyard.domain.benchmark.Task;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.WrappedLabel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The guide's times for its tasks, on its machines, beside those here. No ratio is computed: its
/// answers may have been of another length.
final class GuideGroup extends VBox {
  private static final double OF_NAMES = 36;

  private final BenchmarkTexts texts;

  GuideGroup(BenchmarkResult result, BenchmarkTexts texts) {
    this.texts = texts;
    var grid = new GridPane();
    grid.getStyleClass().add("guide");
    grid.getColumnConstraints().setAll(columns());
    var here = new WrappedLabel(texts.text("bench.column.here"), "strong");
    grid.addRow(0, new Label(), here);
    for (int i = 0; i < GuideTable.ROWS.size(); i++) {
      grid.add(new WrappedLabel(GuideTable.ROWS.get(i).machine(), "muted"), i + 2, 0);
    }
    for (var task : Task.values()) {
      addRow(grid, result, task);
    }
    getStyleClass().add("figure-group");
    getChildren()
        .setAll(
            new WrappedLabel(texts.text("benchmark.guide"), "strong"),
            grid,
            Figure.caption(
                texts.text(
                    "benchmark.guide.caveat",
                    GuideTable.MODEL,
                    new Tokens(GuideTable.CONTEXT),
                    result.subject().model(),
                    texts.text("benchmark.guide." + GuideTable.wayHere(result).id()))));
  }

  private static List<ColumnConstraints> columns() {
    var all = new ArrayList<ColumnConstraints>();
    var names = new ColumnConstraints();
    names.setPercentWidth(OF_NAMES);
    all.add(names);
    int figures = GuideTable.ROWS.size() + 1;
    for (int i = 0; i < figures; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth((100 - OF_NAMES) / figures);
      column.setHalignment(HPos.RIGHT);
      all.add(column);
    }
    return all;
  }

  private void addRow(GridPane grid, BenchmarkResult result, Task task) {
    int row = grid.getRowCount();
    var here =
        GuideTable.here(result, task)
            .map(Samples::median)
            .map(seconds -> texts.text("benchmark.guide.here", texts.number(seconds)))
            .orElse("–");
    grid.addRow(row, new WrappedLabel(texts.task(task)), figure(here, "strong"));
    for (int i = 0; i < GuideTable.ROWS.size(); i++) {
      var seconds = GuideTable.ROWS.get(i).seconds().getOrDefault(task, 0.0);
      grid.add(figure(texts.text("bench.about", seconds)), i + 2, row);
    }
  }

  /// It has one line, however narrow the column is.
  private static Label figure(String text, String... styles) {
    var label = new Label(text);
    label.setMinWidth(USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
