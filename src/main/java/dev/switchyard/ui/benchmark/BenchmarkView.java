package dev.switchyard.ui.benchmark;

import dev.switchyard.ui.component.CardGrid;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The Benchmark screen: what to measure beside what was measured before, and the figures of one
/// benchmark below.
final class BenchmarkView {
  private static final double LEAST_COLUMN = 300;
  private static final int COLUMNS = 3;
  private static final double GAP = 16;

  private final Node node;

  BenchmarkView(BenchmarkViewModel model, SaveDialog dialog, Texts texts) {
    var words = new BenchmarkTexts(texts);
    var history = new HistoryCard(model.history(), dialog, words);
    CardGrid.setSpan(history, COLUMNS - 1);
    var result = new ResultCard(model, words);
    CardGrid.setSpan(result, COLUMNS);
    var grid = new CardGrid(LEAST_COLUMN, COLUMNS, GAP);
    grid.getChildren().setAll(new RunCard(model, words), history, result);
    var page = new VBox(grid);
    page.getStyleClass().add("benchmark");
    node = new PageScroll(page);
  }

  Node node() {
    return node;
  }
}
