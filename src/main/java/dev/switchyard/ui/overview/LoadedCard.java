package dev.switchyard.ui.overview;

import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is loaded now, each with its two buttons.
final class LoadedCard extends Card {
  private final LoadedViewModel model;
  private final Texts texts;
  private final VBox rows = new VBox();

  LoadedCard(LoadedViewModel model, Texts texts) {
    super(texts.text("overview.loaded"));
    this.model = model;
    this.texts = texts;
    rows.getStyleClass().add("column");
    getChildren().add(rows);
    model.rowsProperty().addListener((_, _, _) -> show());
    model.problemProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    var problem = model.problemProperty().get();
    var loaded = model.rowsProperty().get();
    if (problem.isPresent()) {
      rows.getChildren().setAll(Figure.caption(texts.text(problem.get())));
    } else if (loaded.isEmpty()) {
      rows.getChildren().setAll(Figure.caption(texts.text("overview.loaded.none")));
    } else {
      var nodes = new ArrayList<Node>();
      loaded.forEach(row -> nodes.add(node(row)));
      rows.getChildren().setAll(nodes);
    }
  }

  private Node node(LoadedViewModel.Row row) {
    var name = new Label(row.model().name().shortText());
    name.getStyleClass().add("strong");
    var detail = Figure.caption(String.join(" · ", details(row)));
    detail.setMinHeight(Region.USE_PREF_SIZE);
    var words = new VBox(name, detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    var keep = button("overview.loaded.keep", row, () -> model.keep(row.model()));
    keep.setVisible(!row.kept());
    keep.setManaged(!row.kept());
    var unload = button("overview.loaded.unload", row, () -> model.unload(row.model()));
    var line = new HBox(words, keep, unload);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("row");
    return line;
  }

  private Button button(String key, LoadedViewModel.Row row, Runnable run) {
    var button = new Button(texts.text(key));
    button.getStyleClass().add("small");
    button.setAccessibleText(texts.text(key) + " " + row.model().name().shortText());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setDisable(row.changing());
    button.setOnAction(_ -> run.run());
    return button;
  }

  private List<String> details(LoadedViewModel.Row row) {
    var model = row.model();
    var words = new ArrayList<String>();
    words.add(Sizes.bytes(model.bytes(), texts.locale()));
    if (model.contextLength() > 0) {
      words.add(
          texts.text(
              "overview.loaded.context", Sizes.tokens(model.contextLength(), texts.locale())));
    }
    words.add(place(model));
    words.add(
        switch (row.until()) {
          case LoadedViewModel.Until.Forever _ -> texts.text("overview.loaded.forever");
          case LoadedViewModel.Until.Stopping _ -> texts.text("overview.loaded.stopping");
          case LoadedViewModel.Until.In(var time) -> until(time);
        });
    return words;
  }

  private String place(LoadedModel model) {
    if (model.vramBytes() == 0) {
      return texts.text("overview.loaded.in-ram");
    }
    return model.ramBytes() <= 0
        ? texts.text("overview.loaded.on-gpu")
        : texts.text("overview.loaded.split", (double) model.vramBytes() / model.bytes());
  }

  private String until(Duration time) {
    return time.toMinutes() > 0
        ? texts.text("overview.loaded.minutes", time.toMinutes())
        : texts.text("overview.loaded.seconds", time.toSeconds());
  }
}
