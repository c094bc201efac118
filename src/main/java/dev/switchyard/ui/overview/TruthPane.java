package dev.switchyard.ui.overview;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.truth.GpuRise;
import dev.switchyard.domain.truth.LoadTruth;
import dev.switchyard.domain.truth.LoggedLoad;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What one loaded model takes, by everybody who can tell, and why these differ.
final class TruthPane extends VBox {
  private final Texts texts;
  private final GridPane figures = new GridPane();
  private final VBox notes = new VBox();

  TruthPane(Texts texts) {
    this.texts = texts;
    var name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    var bytes = new ColumnConstraints();
    bytes.setHalignment(HPos.RIGHT);
    bytes.setMinWidth(Region.USE_PREF_SIZE);
    figures.getColumnConstraints().setAll(name, bytes);
    getStyleClass().add("truth");
    figures.getStyleClass().add("truth-figures");
    notes.getStyleClass().add("column");
    getChildren().setAll(figures, notes);
  }

  void show(LoadTruth truth) {
    figures.getChildren().clear();
    notes.getChildren().clear();
    Set<Message> unseen = new LinkedHashSet<>();
    row("truth.predicted", truth.predicted().map(LoadTruth.Predicted::totalBytes), unseen);
    row("truth.allocated", truth.allocated().map(LoggedLoad::totalBytes), unseen);
    row("truth.held", truth.heldBytes(), unseen);
    if (truth.model().vramBytes() > 0) {
      gpuRows(truth, unseen);
    }
    row("truth.server", Known.of(truth.model().bytes()), unseen);
    List<Message> said = new ArrayList<>(truth.reasons());
    said.addAll(unseen);
    said.forEach(reason -> notes.getChildren().add(Figure.caption(texts.text(reason))));
  }

  /// Where no driver tells of the process, how far the use of each GPU rose stands for it.
  private void gpuRows(LoadTruth truth, Set<Message> unseen) {
    row("truth.gpu", truth.gpuBytes(), unseen);
    if (truth.gpuBytes().toOptional().isEmpty()) {
      switch (truth.gpuRises()) {
        case Known.Value<List<GpuRise>>(var rises) ->
            rises.forEach(rise -> row(texts.text("truth.rise", rise.gpu()), rise.bytes()));
        case Known.Unknown<List<GpuRise>>(var reason) -> unseen.add(reason);
      }
    }
  }

  private void row(String key, Known<Long> bytes, Set<Message> unseen) {
    switch (bytes) {
      case Known.Value<Long>(var count) -> row(texts.text(key), count);
      case Known.Unknown<Long>(var reason) -> unseen.add(reason);
    }
  }

  private void row(String name, long bytes) {
    figures.addRow(
        figures.getRowCount(),
        Figure.caption(name),
        new Label(texts.text("truth.bytes", new Bytes(bytes))));
  }
}
