package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.SettingsHistory.RestorePlan;
import dev.switchyard.domain.route.SettingsHistory.Versions;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.projects.HistoryViewModel.State;
import dev.switchyard.ui.text.Texts;
import java.time.Instant;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The versions of the chosen project's settings files; a click shows what bringing one back would
/// change.
final class HistoryCard extends Card {
  private final HistoryViewModel model;
  private final Places places;
  private final Texts texts;
  private final VBox content = new VBox();

  HistoryCard(HistoryViewModel model, Places places, Texts texts) {
    super(texts.text("history.title"));
    this.model = model;
    this.places = places;
    this.texts = texts;
    content.getStyleClass().add("column");
    getStyleClass().add("history-card");
    getChildren().add(content);
    Keys.onEscape(this, model::list);
    model.stateProperty().subscribe(state -> content.getChildren().setAll(nodes(state)));
  }

  private List<Node> nodes(State state) {
    return switch (state) {
      case State.Listed(var files) when files.isEmpty() ->
          List.of(Figure.caption(texts.text("history.empty")));
      case State.Listed(var files) -> files.stream().flatMap(file -> list(file).stream()).toList();
      case State.Chosen(var plan) -> chosen(plan);
      case State.Failed(var reason) ->
          List.of(
              new InlineMessage(
                  Tone.DANGER,
                  texts.text(reason),
                  InlineMessage.action(texts.text("history.back"), model::list)));
    };
  }

  private List<Node> list(Versions history) {
    var file = new Label(places.of(history.file()));
    file.getStyleClass().add("strong");
    var grid = new GridPane();
    grid.getStyleClass().add("history-grid");
    var grows = new ColumnConstraints();
    grows.setHgrow(Priority.ALWAYS);
    var last = new ColumnConstraints();
    last.setHalignment(HPos.RIGHT);
    last.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().setAll(new ColumnConstraints(), grows, last);
    for (var version : history.versions()) {
      grid.addRow(grid.getRowCount(), row(history, version));
    }
    return List.of(file, grid);
  }

  private Node[] row(Versions history, SettingsVersion version) {
    var made = "history.made." + version.made().name().toLowerCase(Locale.ROOT);
    var size =
        version.present()
            ? texts.text("cli.history.bytes", version.bytes())
            : texts.text("cli.history.absent");
    return new Node[] {
      new WrappedLabel(time(version.at())),
      new VBox(new WrappedLabel(texts.text(made)), muted(size)),
      history.isCurrent(version) ? muted(texts.text("cli.history.current")) : look(version)
    };
  }

  private Node look(SettingsVersion version) {
    var button = InlineMessage.action(texts.text("history.look"), () -> model.choose(version));
    button.setAccessibleText(texts.text("history.look-at", time(version.at())));
    return button;
  }

  private List<Node> chosen(RestorePlan plan) {
    var nodes = new ArrayList<Node>();
    plan.notes().forEach(note -> nodes.add(new InlineMessage(Tone.WARNING, texts.text(note))));
    var restore = new Button(texts.text("history.restore"));
    Primary.mark(restore);
    restore.setOnAction(_ -> model.restore(plan));
    var back = new Button(texts.text("history.back"));
    back.setOnAction(_ -> model.list());
    var row = new HBox(restore, back);
    row.getStyleClass().add("row");
    nodes.add(row);
    nodes.add(Figure.caption(texts.text("history.of", time(plan.version().at()))));
    nodes.add(new FileDifference(plan.change(), "projects.file.", places, texts));
    return nodes;
  }

  private static Label muted(String text) {
    return new WrappedLabel(text, "muted");
  }

  private String time(Instant at) {
    return texts.at(at, FormatStyle.MEDIUM, FormatStyle.MEDIUM);
  }
}
