package dev.switchyard.ui.models;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.PullSuggestions.Suggestion;
import dev.switchyard.domain.model.TransferMeter;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.domain.model.TransferProgress.Layer;
import dev.switchyard.ui.component.Badge;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.ProgressRow;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.models.PullViewModel.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The panel that pulls models: a name or a suggestion, the pull that is under way, and what became
/// of it.
final class PullPane extends Card {
  private static final double ROOM_FOR_DESCRIPTIONS = 560;

  /// The columns of a suggestion's context, its description and what it needs.
  private static final Set<Integer> EXPENDABLE = Set.of(2, 3, 4);

  private final PullViewModel model;
  private final ModelTexts texts;
  private final TextField name = new TextField();
  private final InlineMessage nameError = new InlineMessage();
  private final VBox progress = new VBox();
  private final GridPane layers = new GridPane();
  private final GridPane suggestions = new GridPane();
  private final Label free = Figure.caption("");
  // One for all buttons: a model that outlives a button would keep what it is mapped by.
  private final ObservableValue<Boolean> running;
  private Optional<ProgressRow> row = Optional.empty();

  PullPane(PullViewModel model, ModelTexts texts) {
    super(texts.text("models.pull"));
    this.model = model;
    this.texts = texts;
    this.running = model.stateProperty().map(State.Running.class::isInstance);
    getStyleClass().add("sy-pull");
    // Where the window is low, the table gives way and the page scrolls.
    setMinHeight(USE_PREF_SIZE);
    withActions(free);
    progress.getStyleClass().add("column");
    layers.getStyleClass().add("layers");
    suggestions.getStyleClass().add("suggestions");
    suggestions.setMinWidth(0);
    suggestions.getColumnConstraints().setAll(columns());
    getChildren().addAll(nameRow(), nameError, progress, suggestions, more());
    progress.managedProperty().bind(Bindings.isNotEmpty(progress.getChildren()));
    model.nameErrorProperty().subscribe(this::showNameError);
    model.freeBytesProperty().subscribe(this::showFree);
    model.stateProperty().subscribe(this::showState);
    model.suggestions().addListener((ListChangeListener<Suggestion>) _ -> showSuggestions());
    model.verdictsProperty().subscribe((_, _) -> showSuggestions());
    showSuggestions();
    // Where it is narrow, names, sizes and buttons have to do.
    suggestions.widthProperty().subscribe(_ -> fit());
  }

  private void fit() {
    double width = suggestions.getWidth();
    boolean slim = width > 0 && width < ROOM_FOR_DESCRIPTIONS;
    suggestions.getColumnConstraints().setAll(slim ? List.of() : columns());
    suggestions.getChildren().stream()
        .filter(cell -> EXPENDABLE.contains(GridPane.getColumnIndex(cell)))
        .forEach(cell -> {
          cell.setManaged(!slim);
          cell.setVisible(!slim);
        });
  }

  /// Puts the cursor where a name is typed.
  void focusName() {
    name.requestFocus();
  }

  private HBox nameRow() {
    name.setPromptText(texts.text("models.pull.prompt"));
    name.setAccessibleText(texts.text("models.pull.prompt"));
    name.textProperty().bindBidirectional(model.nameProperty());
    name.setOnAction(_ -> model.pull());
    HBox.setHgrow(name, Priority.ALWAYS);
    var pull = new Button(texts.text("models.action.pull"));
    Primary.markWhile(pull, name.textProperty().map(typed -> !typed.isBlank()));
    pull.setMinWidth(Region.USE_PREF_SIZE);
    pull.setOnAction(_ -> model.pull());
    pull.disableProperty().bind(running);
    var line = new HBox(name, pull);
    line.getStyleClass().add("row");
    return line;
  }

  private Button more() {
    var more = InlineMessage.action("", () -> model.allProperty().set(!model.allProperty().get()));
    more.getStyleClass().add("flat");
    more.textProperty()
        .bind(
            model
                .allProperty()
                .map(all -> texts.text(all ? "models.catalogue.fewer" : "models.catalogue.more")));
    return more;
  }

  private void showNameError(Optional<Message> error) {
    error.ifPresentOrElse(text -> nameError.show(Tone.DANGER, texts.text(text)), nameError::clear);
  }

  private void showFree(Known<Long> bytes) {
    free.setText(
        switch (bytes) {
          case Known.Value<Long>(var count) -> texts.text("models.disk.free", texts.bytes(count));
          case Known.Unknown<Long>(var reason) -> texts.text(reason);
        });
  }

  private void showState(State state) {
    if (state instanceof State.Running running) {
      showRunning(running);
      return;
    }
    row = Optional.empty();
    progress
        .getChildren()
        .setAll(
            switch (state) {
              case State.Stopped(var pulled, var reached) ->
                  List.of(
                      new InlineMessage(
                          Tone.NEUTRAL,
                          texts.text("models.pull.stopped", pulled.shortText(), percent(reached)),
                          action("models.action.resume", model::resume),
                          action("models.action.close", model::dismiss)));
              case State.Failed(var pulled, var text) ->
                  List.of(
                      new InlineMessage(
                          Tone.DANGER,
                          texts.text("models.pull.failed", pulled.shortText(), texts.text(text)),
                          action("models.action.try-again", model::resume),
                          action("models.action.close", model::dismiss)));
              case State.Done(var pulled) ->
                  List.of(
                      new InlineMessage(
                          Tone.SUCCESS,
                          texts.text("models.pull.done", pulled.shortText()),
                          action("models.action.build", model::buildVariant),
                          action("models.action.close", model::dismiss)));
              case State.Idle _, State.Running _ -> List.<Node>of();
            });
  }

  private void showRunning(State.Running running) {
    var shown = row.orElseGet(() -> newRow(running.name().shortText()));
    row = Optional.of(shown);
    shown.setCancelling(running.stopping());
    running
        .reading()
        .ifPresentOrElse(
            reading -> {
              shown.show(ratio(reading.progress()), texts.progress(reading));
              showLayers(reading);
            },
            () -> shown.show(-1, texts.text("transfer.starting")));
  }

  private ProgressRow newRow(String pulled) {
    var fresh = new ProgressRow(pulled, texts.text("models.action.cancel"), model::cancel);
    layers.getChildren().clear();
    progress.getChildren().setAll(fresh, layers);
    return fresh;
  }

  private void showLayers(TransferMeter.Reading reading) {
    var all = reading.progress().layers();
    for (int i = layers.getRowCount(); i < all.size(); i++) {
      var bar = new ProgressBar();
      bar.getStyleClass().add("small");
      var name = texts.text("models.pull.layer", shortDigest(all.get(i)));
      bar.setAccessibleText(name);
      layers.addRow(i, Figure.caption(name), bar, Figure.caption(""));
    }
    for (int i = 0; i < all.size(); i++) {
      var layer = all.get(i);
      if (layers.getChildren().get(i * 3 + 1) instanceof ProgressBar bar
          && layers.getChildren().get(i * 3 + 2) instanceof Label amount) {
        bar.setProgress(
            layer.totalBytes() == 0 ? 1 : (double) layer.completedBytes() / layer.totalBytes());
        amount.setText(texts.amount(layer));
      }
    }
  }

  private static String shortDigest(Layer layer) {
    var hex = layer.digest().substring(layer.digest().indexOf(':') + 1);
    return hex.substring(0, Math.min(12, hex.length()));
  }

  private void showSuggestions() {
    suggestions.getChildren().clear();
    for (int i = 0; i < model.suggestions().size(); i++) {
      addSuggestion(i, model.suggestions().get(i));
    }
    fit();
  }

  private void addSuggestion(int index, Suggestion suggestion) {
    var title = new Label(suggestion.name().shortText());
    title.getStyleClass().add("strong");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var size = figure(suggestion.bytes() > 0 ? texts.bytes(suggestion.bytes()) : "");
    var context = figure(suggestion.context() > 0 ? texts.context(suggestion.context()) : "");
    var verdict =
        model.verdictsProperty().get().getOrDefault(suggestion.name(), suggestion.needs());
    var needs = Figure.caption(texts.text(verdict));
    var description = Figure.caption(description(suggestion));
    suggestions.addRow(index, title, size, context, description, needs, next(suggestion));
    // A name stands beside the first line of what is said of it.
    suggestions
        .getChildren()
        .subList(suggestions.getChildren().size() - 6, suggestions.getChildren().size())
        .forEach(cell -> GridPane.setValignment(cell, VPos.TOP));
  }

  /// Of the best for the machine also why it is that.
  private String description(Suggestion suggestion) {
    var said = texts.text(suggestion.description());
    return model
        .bestProperty()
        .get()
        .filter(best -> best.entry().name().equals(suggestion.name()))
        .map(best -> said + " " + texts.text("models.best", best.why()))
        .orElse(said);
  }

  private static Label figure(String text) {
    var figure = new Label(text);
    figure.setMinWidth(Region.USE_PREF_SIZE);
    return figure;
  }

  private Node next(Suggestion suggestion) {
    if (suggestion.installed()) {
      var there = new Badge(texts.text("models.suggestion.installed"), Tone.SUCCESS);
      there.setMinWidth(Region.USE_PREF_SIZE);
      return there;
    }
    var pull = action("models.action.pull", () -> model.pull(suggestion.name()));
    pull.setAccessibleText(texts.text("models.suggestion.pull", suggestion.name().shortText()));
    pull.disableProperty().bind(running);
    return pull;
  }

  private Button action(String key, Runnable run) {
    return InlineMessage.action(texts.text(key), run);
  }

  private static double ratio(TransferProgress progress) {
    return progress.totalBytes() == 0
        ? -1
        : (double) progress.completedBytes() / progress.totalBytes();
  }

  private static long percent(Optional<TransferProgress> progress) {
    return progress
        .map(PullPane::ratio)
        .filter(ratio -> ratio > 0)
        .map(ratio -> Math.round(ratio * 100))
        .orElse(0L);
  }

  private static List<ColumnConstraints> columns() {
    var description = new ColumnConstraints();
    description.setHgrow(Priority.ALWAYS);
    description.setMinWidth(150);
    description.setPrefWidth(300);
    var needs = new ColumnConstraints();
    needs.setHgrow(Priority.ALWAYS);
    needs.setMinWidth(150);
    needs.setPrefWidth(260);
    var last = new ColumnConstraints();
    last.setHalignment(HPos.RIGHT);
    return List.of(
        new ColumnConstraints(),
        new ColumnConstraints(),
        new ColumnConstraints(),
        description,
        needs,
        last);
  }
}
