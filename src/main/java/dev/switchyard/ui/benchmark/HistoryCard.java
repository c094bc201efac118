package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.FigureSeries;
import dev.switchyard.domain.benchmark.Regression;
import dev.switchyard.ui.benchmark.HistoryViewModel.Form;
import dev.switchyard.ui.benchmark.HistoryViewModel.Shown;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.EmptyState;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.SpreadChart;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.TwoColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/// One figure of one model over time: what it was, how much it varied, what changed meanwhile, and
/// what became worse.
final class HistoryCard extends Card {
  private static final int MOST_SENTENCES = 3;
  private static final double LEAST_CHOOSER = 240;
  private static final double GAP = 8;

  /// What a file is called that the person gives no other name.
  private static final String FILE = "switchyard-benchmarks.";

  private final HistoryViewModel model;
  private final SaveDialog dialog;
  private final BenchmarkTexts texts;
  private final ComboBox<String> models = new ComboBox<>();
  private final ComboBox<FigureKey> figures = new ComboBox<>();
  private final TwoColumns choosers =
      TwoColumns.growingLeft(figures, models, LEAST_CHOOSER, 0, GAP);
  private final SpreadChart chart;
  private final Label single = Figure.caption("");
  private final Label unit = Figure.caption("");
  private final Label point = Figure.caption("");
  private final VBox worse = new VBox();
  private final VBox body = new VBox();
  private final HBox foot = new HBox();
  private final MenuButton export = new MenuButton();
  private final InlineMessage problem = new InlineMessage();
  private boolean filling;

  HistoryCard(HistoryViewModel model, SaveDialog dialog, BenchmarkTexts texts) {
    super(texts.text("benchmark.history"));
    this.model = model;
    this.dialog = dialog;
    this.texts = texts;
    this.chart = new SpreadChart(texts.locale(), model::select);
    getStyleClass().add("benchmark-history");
    body.getStyleClass().add("column");
    worse.getStyleClass().add("column");
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox.setVgrow(chart, Priority.ALWAYS);
    fillChoosers();
    fillExport();
    withActions(export);
    foot.getStyleClass().add("foot");
    HBox.setHgrow(point, Priority.ALWAYS);
    point.setMaxWidth(Double.MAX_VALUE);
    foot.getChildren().setAll(point, forget());
    getChildren().addAll(problem, body);
    model.problemProperty().subscribe(this::showProblem);
    model.shownProperty().subscribe(this::show);
  }

  private void fillChoosers() {
    for (var box : List.of(figures, models)) {
      box.setMinWidth(LEAST_CHOOSER / 2);
      box.setMaxWidth(Double.MAX_VALUE);
    }
    models.setAccessibleText(texts.text("benchmark.history.model"));
    models.setOnAction(_ -> {
      if (!filling && models.getValue() != null) {
        model.chooseModel(models.getValue());
      }
    });
    figures.setAccessibleText(texts.text("benchmark.history.figure"));
    figures.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(FigureKey key) {
            return key == null ? "" : texts.name(key);
          }

          @Override
          public FigureKey fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    figures.setOnAction(_ -> {
      if (!filling && figures.getValue() != null) {
        model.chooseFigure(figures.getValue());
      }
    });
  }

  private void showProblem(Optional<Message> why) {
    why.ifPresentOrElse(text -> problem.show(Tone.DANGER, texts.text(text)), problem::clear);
  }

  private void show(Shown shown) {
    export.setVisible(shown.model().isPresent());
    if (shown.model().isEmpty()) {
      body.getChildren()
          .setAll(new EmptyState(Feather.BAR_CHART_2, texts.text("benchmark.history.empty")));
      return;
    }
    fill(shown);
    var points = shown.series().points();
    var key = shown.series().key();
    unit.setText(texts.text("benchmark.axis", texts.unit(key.measure().unit()), better(key)));
    single.setText(texts.text("benchmark.history.single"));
    if (points.size() > 1) {
      chart.show(
          points.stream().map(one -> point(key, one)).toList(),
          texts.text("benchmark.chart", texts.name(key), shown.model().orElse(""), points.size()));
      chart.choose(shown.selected());
    }
    point.setText(shown.selected() < 0 ? "" : texts.point(key, points.get(shown.selected())));
    showWorse(shown);
    var content = List.of(choosers, unit, points.size() > 1 ? chart : single, foot, worse);
    // What is put back into its place loses the keyboard.
    if (!body.getChildren().equals(content)) {
      body.getChildren().setAll(content);
    }
  }

  private String better(FigureKey key) {
    return texts.text("benchmark.better." + key.measure().better().name().toLowerCase(Locale.ROOT));
  }

  private void fill(Shown shown) {
    filling = true;
    try {
      if (!models.getItems().equals(shown.models())) {
        models.getItems().setAll(shown.models());
      }
      models.setValue(shown.model().orElse(null));
      if (!figures.getItems().equals(shown.keys())) {
        figures.getItems().setAll(shown.keys());
      }
      figures.setValue(shown.series().key());
    } finally {
      filling = false;
    }
  }

  private SpreadChart.Point point(FigureKey key, FigureSeries.Point one) {
    return new SpreadChart.Point(
        texts.day(one.result().at()),
        one.samples().least(),
        one.samples().median(),
        one.samples().most(),
        one.isComparable(),
        texts.mark(one),
        one.regression().isPresent(),
        texts.description(key, one));
  }

  private void showWorse(Shown shown) {
    var nodes = new ArrayList<Node>();
    for (var regression : shown.regressions().stream().limit(MOST_SENTENCES).toList()) {
      nodes.add(message(shown, regression));
    }
    int more = shown.regressions().size() - MOST_SENTENCES;
    if (more > 0) {
      nodes.add(Figure.caption(texts.text("benchmark.worse.more", more)));
    }
    worse.getChildren().setAll(nodes);
    worse.setManaged(!nodes.isEmpty());
  }

  private Node message(Shown shown, Regression regression) {
    boolean isShown = regression.key().equals(shown.series().key());
    var show =
        InlineMessage.action(
            texts.text("benchmark.worse.show"), () -> model.chooseFigure(regression.key()));
    show.setAccessibleText(texts.text("benchmark.worse.show-it", texts.name(regression.key())));
    return new InlineMessage(
        Tone.WARNING, texts.regression(regression), isShown ? new Node[0] : new Node[] {show});
  }

  private Button forget() {
    var forget = InlineMessage.action(texts.text("benchmark.forget"), model::forget);
    forget.setAccessibleText(texts.text("benchmark.forget.this"));
    return forget;
  }

  private void fillExport() {
    export.setText(texts.text("benchmark.export"));
    for (boolean all : List.of(false, true)) {
      for (var form : Form.values()) {
        var item =
            new MenuItem(
                texts.text(all ? "benchmark.export.all" : "benchmark.export.one", form.name()));
        item.setOnAction(_ -> export(form, all));
        export.getItems().add(item);
      }
    }
  }

  private void export(Form form, boolean all) {
    dialog
        .ask(getScene().getWindow(), FILE + form.ending())
        .ifPresent(file -> model.export(form, all, file));
  }
}
