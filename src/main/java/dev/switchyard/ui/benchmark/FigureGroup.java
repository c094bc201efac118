package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.Measure;
import dev.switchyard.domain.benchmark.Samples;
import dev.switchyard.ui.component.RangeBar;
import dev.switchyard.ui.component.WrappedLabel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Figures that belong together: one line for each measure, and one column for each way in which it
/// was asked.
final class FigureGroup extends VBox {
  private final BenchmarkTexts texts;
  private final Map<FigureKey, Known<Samples>> figures;
  private final GridPane grid = new GridPane();

  /// One column.
  ///
  /// @param title above it; empty where there is one only
  /// @param keys the figures that it may show
  record Column(String title, List<FigureKey> keys) {
    Optional<FigureKey> key(Measure measure) {
      return keys.stream().filter(key -> key.measure() == measure).findFirst();
    }
  }

  /// @param figures those that are known, or are to be measured
  FigureGroup(
      String title,
      List<Column> columns,
      Map<FigureKey, Known<Samples>> figures,
      BenchmarkTexts texts) {
    this.texts = texts;
    this.figures = figures;
    getStyleClass().add("figure-group");
    grid.getStyleClass().add("figures");
    grid.getColumnConstraints().setAll(constraints(columns.size()));
    if (columns.size() > 1) {
      var heads =
          columns.stream().map(column -> (Node) new WrappedLabel(column.title(), "muted")).toList();
      grid.addRow(0, new Region());
      for (int i = 0; i < heads.size(); i++) {
        grid.add(heads.get(i), i + 1, 0);
      }
    }
    for (var measure : measures(columns)) {
      addRow(measure, columns);
    }
    getChildren().setAll(new WrappedLabel(title, "strong"), grid);
  }

  private static List<ColumnConstraints> constraints(int figures) {
    var all = new ArrayList<ColumnConstraints>();
    var name = new ColumnConstraints();
    name.setPercentWidth(figures > 1 ? 30 : 50);
    all.add(name);
    for (int i = 0; i < figures; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth((100 - name.getPercentWidth()) / figures);
      column.setHgrow(Priority.ALWAYS);
      all.add(column);
    }
    return all;
  }

  private static Set<Measure> measures(List<Column> columns) {
    var measures = new LinkedHashSet<Measure>();
    columns.forEach(column -> column.keys().forEach(key -> measures.add(key.measure())));
    return measures;
  }

  /// One scale for a line, so that its columns can be compared.
  private void addRow(Measure measure, List<Column> columns) {
    int row = grid.getRowCount();
    var name = new WrappedLabel(texts.row(measure));
    grid.add(name, 0, row);
    GridPane.setValignment(name, VPos.TOP);
    var keys = columns.stream().map(column -> column.key(measure)).toList();
    double whole =
        keys.stream()
            .flatMap(key -> key.flatMap(this::known).stream())
            .mapToDouble(Samples::most)
            .max()
            .orElse(0);
    var reasons =
        keys.stream().flatMap(key -> key.flatMap(this::reason).stream()).distinct().toList();
    boolean nothing = whole == 0 && reasons.size() == 1;
    if (nothing) {
      grid.add(new WrappedLabel(reasons.getFirst(), "muted", "reason"), 1, row, columns.size(), 1);
      return;
    }
    for (int i = 0; i < keys.size(); i++) {
      int column = i + 1;
      keys.get(i).map(key -> cell(key, whole)).ifPresent(cell -> grid.add(cell, column, row));
    }
  }

  private Optional<Samples> known(FigureKey key) {
    return Optional.ofNullable(figures.get(key)).flatMap(Known::toOptional);
  }

  private Optional<String> reason(FigureKey key) {
    return figures.get(key) instanceof Known.Unknown<Samples>(var reason)
        ? Optional.of(texts.text(reason))
        : Optional.empty();
  }

  private Node cell(FigureKey key, double whole) {
    return known(key)
        .map(samples -> figure(key, samples, whole))
        .orElseGet(() -> new WrappedLabel(reason(key).orElse("–"), "muted", "reason"));
  }

  private Node figure(FigureKey key, Samples samples, double whole) {
    var median = new Label(texts.number(samples.median()));
    median.getStyleClass().add("strong");
    median.setMinWidth(Region.USE_PREF_SIZE);
    var spread = new WrappedLabel(texts.spread(samples), "muted", "spread");
    var line = new HBox(median, spread);
    line.getStyleClass().add("figure-line");
    var cell = new VBox(line);
    if (key.measure().better() != Measure.Better.NEITHER) {
      cell.getChildren()
          .add(new RangeBar(samples.least(), samples.median(), samples.most(), whole));
    }
    return cell;
  }
}
