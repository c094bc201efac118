package dev.switchyard.ui.overview;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.work.WorkPane;
import dev.switchyard.ui.work.WorkViewModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is loaded now.
final class LoadedCard extends Card {
  private final LoadedViewModel model;
  private final Texts texts;
  private final Map<String, LoadedRow> shown = new HashMap<>();
  private final VBox rows = new VBox();
  private Optional<WorkPane> pane = Optional.empty();
  private final Label nothing = Figure.caption("");
  private final Label elsewhere = Figure.caption("");

  LoadedCard(LoadedViewModel model, WorkViewModel work, Texts texts) {
    super(texts.text("overview.loaded"));
    this.model = model;
    this.texts = texts;
    rows.getStyleClass().add("column");
    nothing.managedProperty().bind(nothing.visibleProperty());
    elsewhere.managedProperty().bind(elsewhere.visibleProperty());
    getChildren().addAll(nothing, rows, elsewhere);
    model.elsewhereProperty().subscribe(this::showElsewhere);
    model.rowsProperty().addListener((_, _, _) -> show());
    model.problemProperty().addListener((_, _, _) -> show());
    model.askedProperty().addListener((_, _, _) -> show());
    show();
    work.stageProperty().subscribe(this::showWork);
  }

  /// Most of the time there is nothing to say, and nothing to show it with.
  private void showWork(RequestStage stage) {
    if (pane.isEmpty() && stage.isBusy()) {
      var fresh = new WorkPane(texts);
      getChildren().add(getChildren().indexOf(nothing), fresh);
      pane = Optional.of(fresh);
    }
    pane.ifPresent(there -> there.show(stage));
  }

  private void show() {
    var loaded = model.rowsProperty().get();
    nothing.setVisible(loaded.isEmpty());
    nothing.setText(model.problemProperty().get().map(texts::text).orElseGet(this::noModel));
    shown.keySet().retainAll(loaded.stream().map(row -> row.model().digest()).toList());
    List<LoadedRow> nodes = loaded.stream().map(this::node).toList();
    if (!rows.getChildren().equals(nodes)) {
      rows.getChildren().setAll(nodes);
    }
  }

  private String noModel() {
    return model.askedProperty().get() ? texts.text("overview.loaded.none") : "";
  }

  private void showElsewhere(Optional<Message> told) {
    elsewhere.setVisible(told.isPresent());
    elsewhere.setText(told.map(texts::text).orElse(""));
  }

  private LoadedRow node(LoadedViewModel.Row row) {
    var node = shown.computeIfAbsent(row.model().digest(), _ -> new LoadedRow(model, texts, row));
    node.show(row);
    return node;
  }
}
