package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.Alternative;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.setup.SmallerModel;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// What would take less, where a model does not fit: each way with what it costs and saves, and a
/// button where the Modelfile is the place for it.
final class WayList extends VBox {
  private final ModelfileDocument document;
  private final Texts texts;
  private final Consumer<String> onPull;
  private final GridPane rows = new GridPane();

  WayList(ModelfileDocument document, Texts texts, Consumer<String> onPull) {
    this.document = document;
    this.texts = texts;
    this.onPull = onPull;
    var text = new ColumnConstraints();
    text.setHgrow(Priority.ALWAYS);
    text.setFillWidth(true);
    var button = new ColumnConstraints();
    button.setMinWidth(Region.USE_PREF_SIZE);
    rows.getColumnConstraints().setAll(text, button);
    rows.getStyleClass().add("ways");
    setId("memory-ways");
    getStyleClass().add("ways-box");
    getChildren().addAll(new Label(texts.text("modelfile.ways")), rows);
  }

  void show(FitReport report, List<SmallerModel> smaller) {
    rows.getChildren().clear();
    rows.getRowConstraints().clear();
    for (var way : report.alternatives()) {
      add(way.cost(), way.savedBytes(), way.verdict(), batch(report, way));
    }
    if (!report.fits()) {
      for (var other : smaller) {
        add(other.cost(), other.savedBytes(), other.verdict(), Optional.of(take(other)));
      }
    }
    setVisible(!rows.getChildren().isEmpty());
    setManaged(isVisible());
  }

  private void add(Message cost, long savedBytes, Known<Verdict> verdict, Optional<Button> use) {
    int row = rows.getRowCount();
    var gain =
        texts.text(
            "modelfile.way",
            new Bytes(savedBytes),
            verdict.orReason(known -> Message.of("fit.verdict." + known.wireName())));
    var what = new Label(texts.text(cost));
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    rows.addRow(row, new VBox(what, Figure.caption(gain)));
    use.ifPresent(button -> rows.add(button, 1, row));
    var top = new RowConstraints();
    top.setValignment(VPos.TOP);
    rows.getRowConstraints().add(top);
  }

  /// Only where nothing else is to be changed: the rest is the server's environment.
  private Optional<Button> batch(FitReport report, Alternative way) {
    return way.options()
        .batch()
        .filter(_ -> way.options().servedAs(report.options()))
        .map(size ->
            button(
                Message.of("modelfile.way.batch", size),
                () -> document.setParameter("num_batch", String.valueOf(size))));
  }

  private Button take(SmallerModel other) {
    var name = other.name().shortText();
    return other.pulled()
        ? button(Message.of("modelfile.way.take", name), () -> document.setBase(name))
        : button(Message.of("modelfile.way.pull", name), () -> onPull.accept(name));
  }

  private Button button(Message text, Runnable run) {
    var button = InlineMessage.action(texts.text(text), run);
    button.setMnemonicParsing(false);
    return button;
  }
}
