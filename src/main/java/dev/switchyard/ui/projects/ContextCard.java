package dev.switchyard.ui.projects;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.context.Breach;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.context.Figure;
import dev.switchyard.domain.context.Mend;
import dev.switchyard.domain.context.Place;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// The context length of the chosen project in its four places, the one that differs, and the
/// button that mends it.
final class ContextCard extends Card {
  private final ContextViewModel model;
  private final Texts texts;
  private final VBox content = new VBox();

  ContextCard(ContextViewModel model, ProjectsViewModel projects, Texts texts) {
    super(texts.text("context.title"));
    this.model = model;
    this.texts = texts;
    content.getStyleClass().add("column");
    getStyleClass().addAll("why-card", "context-card");
    getChildren().add(content);
    sceneProperty().subscribe(scene -> model.setInView(scene != null));
    projects.selectedProperty().subscribe(_ -> show());
    model.contractsProperty().subscribe(_ -> show());
    model.askedProperty().subscribe(_ -> show());
    model.reloadingProperty().subscribe(_ -> show());
  }

  private void show() {
    content.getChildren().clear();
    model.selected().ifPresentOrElse(this::show, this::showNothing);
  }

  private void showNothing() {
    var key = model.askedProperty().get() ? "context.not-ours" : "context.asking";
    content.getChildren().add(new WrappedLabel(texts.text(key), "muted"));
  }

  private void show(ContextContract contract) {
    content.getChildren().addAll(headline(contract), grid(contract));
    contract.breaches().forEach(breach -> content.getChildren().add(message(breach)));
  }

  private Node headline(ContextContract contract) {
    var text = texts.text(contract.headline());
    var sentence = new WrappedLabel(text, "headline");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    var line = new HBox(new StateDot(dot(contract), text), sentence);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("row");
    return line;
  }

  /// Green is kept for what was seen.
  private static StateDot.State dot(ContextContract contract) {
    return switch (contract.verdict()) {
      case HOLDS -> contract.proven() ? StateDot.State.DONE : StateDot.State.UNPROVEN;
      case UNKNOWN -> StateDot.State.OPEN;
      case BROKEN ->
          contract.breaches().getFirst().severity() == Severity.ERROR
              ? StateDot.State.BAD
              : StateDot.State.WARNING;
    };
  }

  private Node grid(ContextContract contract) {
    var grid = new GridPane();
    grid.getStyleClass().add("context-grid");
    var source = new ColumnConstraints(120, 300, Double.MAX_VALUE);
    source.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(fixed(), fixed(), source);
    for (var place : Place.values()) {
      grid.addRow(
          grid.getRowCount(),
          name(place),
          figure(contract.figure(place), contract.breach(place)),
          new WrappedLabel(texts.text(source(contract.figure(place))), "muted"));
      var row = new RowConstraints();
      row.setValignment(VPos.TOP);
      grid.getRowConstraints().add(row);
    }
    return grid;
  }

  private Node name(Place place) {
    return new Label(texts.text("context.place." + place.wireName()));
  }

  private Label figure(Known<Figure> figure, Optional<Breach> breach) {
    var label =
        new Label(
            figure
                .toOptional()
                .map(one -> texts.text("context.tokens", new Tokens(one.tokens())))
                .orElse("–"));
    label.getStyleClass().add("figure");
    breach
        .filter(one -> one.severity() != Severity.INFO)
        .map(one -> one.severity() == Severity.ERROR ? "bad" : "warning")
        .ifPresent(label.getStyleClass()::add);
    return label;
  }

  private static Message source(Known<Figure> figure) {
    return switch (figure) {
      case Known.Unknown<Figure>(var reason) -> reason;
      case Known.Value<Figure>(var known) -> known.source();
    };
  }

  private Node message(Breach breach) {
    var tone =
        switch (breach.severity()) {
          case INFO -> Tone.ACCENT;
          case WARNING -> Tone.WARNING;
          case ERROR -> Tone.DANGER;
        };
    var text = texts.text("context.remark", breach.text(), breach.advice());
    return breach.canBeMended()
        ? new InlineMessage(tone, text, button(breach.mend()))
        : new InlineMessage(tone, text);
  }

  private Node button(Mend mend) {
    boolean isReload = mend instanceof Mend.Reload;
    boolean isRunning = isReload && model.reloadingProperty().get();
    var button =
        InlineMessage.action(
            texts.text(isRunning ? "context.reloading" : "context.mend." + mend.wireName()),
            () -> model.mend(mend));
    button.setDisable(isRunning);
    return button;
  }

  private static ColumnConstraints fixed() {
    var column = new ColumnConstraints();
    column.setMinWidth(Region.USE_PREF_SIZE);
    return column;
  }
}
