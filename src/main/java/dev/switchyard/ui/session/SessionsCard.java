package dev.switchyard.ui.session;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.session.SessionReport;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.CommandField;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The sessions of the chosen project: since when each runs, whether it follows the project's
/// route, and the command that starts it again where it does not.
public final class SessionsCard extends Card {
  private final SessionsViewModel model;
  private final ObservableValue<Optional<Path>> folder;
  private final Texts texts;
  private final VBox content = new VBox();

  public SessionsCard(
      SessionsViewModel model, ObservableValue<Optional<Path>> folder, Texts texts) {
    super(texts.text("sessions.title"));
    this.model = model;
    this.folder = folder;
    this.texts = texts;
    content.getStyleClass().add("sessions");
    getStyleClass().add("sessions-card");
    getChildren().add(content);
    model.stateProperty().subscribe(_ -> show());
    folder.subscribe(_ -> show());
  }

  private void show() {
    content.getChildren().clear();
    switch (model.stateProperty().get()) {
      case SessionsViewModel.State.Failed(var reason) ->
          content.getChildren().add(new InlineMessage(Tone.WARNING, texts.text(reason)));
      case SessionsViewModel.State.Found _ -> folder.getValue().ifPresent(this::show);
    }
  }

  private void show(Path chosen) {
    var found = model.of(chosen);
    if (found.isEmpty()) {
      content.getChildren().add(new WrappedLabel(texts.text("sessions.none"), "muted"));
    }
    found.forEach(report -> content.getChildren().add(row(report)));
  }

  private Node row(SessionReport report) {
    var title = new Label(title(report));
    title.getStyleClass().add("strong");
    var state = new WrappedLabel(texts.text(report.route().text()));
    var lines = new VBox(title, state);
    lines.getStyleClass().add("column");
    HBox.setHgrow(lines, Priority.ALWAYS);
    var cut = model.cut(report);
    cut.ifPresent(one ->
        lines
            .getChildren()
            .add(
                new InlineMessage(
                    Tone.DANGER, texts.text("context.cut.remark", one.text(), one.advice()))));
    if (report.needsRestart()) {
      lines.getChildren().add(restart(report));
    }
    var row =
        new HBox(
            new StateDot(cut.isPresent() ? StateDot.State.BAD : dot(report), state.getText()),
            lines);
    row.getStyleClass().add("session");
    return row;
  }

  private String title(SessionReport report) {
    var session = report.session();
    var since = texts.at(session.startedAt(), FormatStyle.MEDIUM, FormatStyle.SHORT);
    return texts.text(
        "sessions.row",
        texts.text("sessions.kind." + session.kind().wireName()),
        since,
        String.valueOf(session.process().id()));
  }

  /// Green is kept for what was proven.
  private static StateDot.State dot(SessionReport report) {
    return switch (report.route().state()) {
      case CURRENT -> StateDot.State.UNPROVEN;
      case KEEPS_MODEL, UNSURE -> StateDot.State.WARNING;
      case KEEPS_ROUTE -> StateDot.State.BAD;
    };
  }

  private Node restart(SessionReport report) {
    return switch (model.restartLine(report)) {
      case Known.Unknown<String>(var reason) -> new WrappedLabel(texts.text(reason), "muted");
      case Known.Value<String>(var line) -> {
        var command = new CommandField(texts.text("sessions.copy"));
        command.show(line);
        yield new VBox(new WrappedLabel(texts.text("sessions.restart"), "muted"), command);
      }
    };
  }
}
