package dev.switchyard.ui.overview;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One loaded model with its two buttons. It stays for as long as the model does, so that a button
/// keeps the focus while the time runs.
final class LoadedRow extends VBox {
  private final Texts texts;
  private final Label name = new Label();
  private final Label detail = Figure.caption("");

  /// On a line of its own: a figure that changes moves nothing else.
  private final Label time = Figure.caption("");

  private final Label note = new WrappedLabel("", "warning");
  private final Button keep;
  private final Button unload;
  private LoadedViewModel.Row row;

  LoadedRow(LoadedViewModel model, Texts texts, LoadedViewModel.Row first) {
    this.texts = texts;
    this.row = first;
    name.getStyleClass().add("strong");
    detail.setMinHeight(Region.USE_PREF_SIZE);
    note.managedProperty().bind(note.visibleProperty());
    keep = button("overview.loaded.keep", () -> model.keep(row.model()));
    keep.managedProperty().bind(keep.visibleProperty());
    unload = button("overview.loaded.unload", () -> model.unload(row.model()));
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    var line = new HBox(name, keep, unload);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("row");
    getStyleClass().add("loaded");
    getChildren().setAll(line, detail, time, note);
    show(first);
  }

  void show(LoadedViewModel.Row now) {
    row = now;
    name.setText(now.model().name().shortText());
    detail.setText(String.join(" · ", details()));
    time.setText(until());
    note.setVisible(now.now().computedBytes().isPresent());
    now.now()
        .computedBytes()
        .ifPresent(bytes ->
            note.setText(
                texts.text(
                    "overview.loaded.undercounts",
                    new Bytes(now.model().bytes()),
                    new Bytes(bytes))));
    keep.setVisible(!now.kept());
    keep.setDisable(now.changing());
    unload.setDisable(now.changing());
  }

  private Button button(String key, Runnable run) {
    var button = new Button(texts.text(key));
    button.getStyleClass().add("small");
    button.setAccessibleText(texts.text(key) + " " + row.model().name().shortText());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> run.run());
    return button;
  }

  private List<String> details() {
    var loaded = row.model();
    var words = new ArrayList<String>();
    words.add(texts.text("overview.loaded.size", new Bytes(loaded.bytes())));
    if (loaded.contextLength() > 0) {
      words.add(texts.text("overview.loaded.context", new Tokens(loaded.contextLength())));
    }
    words.add(place(loaded));
    return words;
  }

  private String until() {
    return switch (row.until()) {
      case LoadedViewModel.Until.Forever _ -> texts.text("overview.loaded.forever");
      case LoadedViewModel.Until.Stopping _ -> texts.text("overview.loaded.stopping");
      case LoadedViewModel.Until.In(var time) -> until(time);
    };
  }

  private String place(LoadedModel loaded) {
    if (loaded.vramBytes() == 0) {
      return texts.text("overview.loaded.in-ram");
    }
    return loaded.ramBytes() <= 0
        ? texts.text("overview.loaded.on-gpu")
        : texts.text("overview.loaded.split", (double) loaded.vramBytes() / loaded.bytes());
  }

  private String until(Duration time) {
    return time.toMinutes() > 0
        ? texts.text("overview.loaded.minutes", time.toMinutes())
        : texts.text("overview.loaded.seconds", time.toSeconds());
  }
}
