package dev.switchyard.ui.work;

import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the server is doing in a sentence, how far it is, and why it takes so long. Not there while
/// it rests. Nothing in it moves by itself.
public final class WorkPane extends VBox {
  private final Texts texts;
  private final StateDot dot = new StateDot(StateDot.State.BUSY, "");
  private final Label sentence = new WrappedLabel();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label reason = new WrappedLabel("", "muted");

  public WorkPane(Texts texts) {
    this.texts = texts;
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    var line = new HBox(dot, sentence);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("row");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.managedProperty().bind(bar.visibleProperty());
    reason.managedProperty().bind(reason.visibleProperty());
    managedProperty().bind(visibleProperty());
    getStyleClass().add("sy-progress");
    getChildren().setAll(line, bar, reason);
    setVisible(false);
  }

  public void show(RequestStage stage) {
    setVisible(stage.isBusy());
    WorkText.sentence(stage).map(texts::text).ifPresent(this::say);
    bar.setVisible(stage instanceof RequestStage.Reading);
    if (stage instanceof RequestStage.Reading reading) {
      bar.setProgress(reading.share());
    }
    var why = WorkText.reason(stage).map(texts::text);
    reason.setVisible(why.isPresent());
    reason.setText(why.orElse(""));
  }

  private void say(String text) {
    sentence.setText(text);
    dot.setState(StateDot.State.BUSY, text);
    bar.setAccessibleText(text);
  }
}
