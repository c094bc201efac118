package dev.switchyard.ui.usage;

import dev.switchyard.domain.usage.Tally;
import dev.switchyard.domain.usage.Usage;
import dev.switchyard.ui.component.RowTable;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/// The table of projects and models. Every column sorts by what it means, not by its text.
final class UsageTable extends RowTable<Usage.Line> {
  /// What can be missed first where the window is narrow.
  private static final List<String> EXPENDABLE =
      List.of("cache-write", "cache-read", "output", "requests", "input", "place");

  private static final int LEAST_ROWS = 6;

  private final Texts texts;

  UsageTable(ObservableList<Usage.Line> lines, Texts texts) {
    super(texts.text("usage.table"), lines, LEAST_ROWS, "");
    this.texts = texts;
    addColumn(
        "project", texts.text("usage.column.project"), 180, Usage.Line::project, this::project);
    addColumn(
        "model",
        texts.text("usage.column.model"),
        140,
        Usage.Line::model,
        line -> cut(line.model()));
    addColumn(
        "place",
        texts.text("usage.column.place"),
        80,
        Usage.Line::place,
        line -> new Label(texts.text(line.place().title())));
    addFigures("requests", 72, Tally::requests);
    addFigures("input", 96, Tally::inputTokens);
    addFigures("cache-read", 96, Tally::cacheReadTokens);
    addFigures("cache-write", 96, Tally::cacheWriteTokens);
    addFigures("output", 84, Tally::outputTokens);
    hideWhereNarrow(EXPENDABLE);
  }

  private void addFigures(String key, double least, ToLongFunction<Tally> amount) {
    addFigures(
        key,
        texts.text("usage.column." + key),
        least,
        line -> amount.applyAsLong(line.tally()),
        line -> figure(texts.text("usage.number", amount.applyAsLong(line.tally()))));
  }

  /// The end of a path says more than its beginning.
  private Node project(Usage.Line line) {
    var project = cut(line.project());
    project.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    return project;
  }

  private static Label cut(String text) {
    var label = new Label(text);
    label.setTooltip(new Tooltip(text));
    return label;
  }
}
