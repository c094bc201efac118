package dev.switchyard.ui.overview;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.truth.LoadTruth;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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
  private final Label clamp = new WrappedLabel("", "warning");
  private final Hyperlink details = new Hyperlink();
  private final TruthPane truth;
  private final Button keep;
  private final Button unload;
  private LoadedViewModel.Row row;
  private Optional<LoadTruth> shown = Optional.empty();

  LoadedRow(LoadedViewModel model, Texts texts, LoadedViewModel.Row first) {
    this.texts = texts;
    this.row = first;
    name.getStyleClass().add("strong");
    detail.setMinHeight(Region.USE_PREF_SIZE);
    truth = new TruthPane(texts);
    truth.setVisible(false);
    for (var node : List.of(note, clamp, details, truth)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    details.setOnAction(_ -> truth.setVisible(!truth.isVisible()));
    truth
        .visibleProperty()
        .subscribe(open -> details.setText(texts.text(open ? "truth.close" : "truth.open")));
    keep = button("overview.loaded.keep", () -> model.keep(row.model()));
    keep.managedProperty().bind(keep.visibleProperty());
    unload = button("overview.loaded.unload", () -> model.unload(row.model()));
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    var line = new HBox(name, keep, unload);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("row");
    getStyleClass().add("loaded");
    HBox.setHgrow(time, Priority.ALWAYS);
    time.setMaxWidth(Double.MAX_VALUE);
    details.setMinWidth(Region.USE_PREF_SIZE);
    var last = new HBox(time, details);
    last.setAlignment(Pos.CENTER_LEFT);
    last.getStyleClass().add("row");
    getChildren().setAll(line, detail, last, note, clamp, truth);
    show(first);
  }

  void show(LoadedViewModel.Row now) {
    row = now;
    name.setText(now.model().name().shortText());
    detail.setText(String.join(" · ", details()));
    time.setText(until());
    show(now.now().truth());
    var understated = now.now().truth().flatMap(LoadTruth::understatedBytes);
    note.setVisible(understated.isPresent());
    understated.ifPresent(bytes ->
        note.setText(
            texts.text(
                "overview.loaded.undercounts",
                new Bytes(now.model().bytes()),
                new Bytes(bytes),
                now.now().truth().orElseThrow().allocated().toOptional().isPresent() ? 1 : 0)));
    keep.setVisible(!now.kept());
    keep.setDisable(now.changing());
    unload.setDisable(now.changing());
  }

  private void show(Optional<LoadTruth> seen) {
    details.setVisible(seen.isPresent());
    if (!seen.equals(shown)) {
      shown = seen;
      seen.ifPresentOrElse(truth::show, () -> truth.setVisible(false));
      var clamped = seen.flatMap(LoadTruth::clamp);
      clamp.setVisible(clamped.isPresent());
      clamp.setText(clamped.map(texts::text).orElse(""));
    }
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
