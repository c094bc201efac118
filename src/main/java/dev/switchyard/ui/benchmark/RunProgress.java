package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.benchmark.BenchmarkStep;
import dev.switchyard.domain.benchmark.TimeLeft;
import dev.switchyard.ui.component.Elapsed;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Durations;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How far the benchmark is: what it does, since when, how long it still takes, and a way to stop
/// it.
final class RunProgress extends VBox {
  private final BenchmarkTexts texts;
  private final Label what;
  private final Label left = new WrappedLabel("", "muted");
  private final ProgressBar bar = new ProgressBar();
  private final Elapsed elapsed;
  private final Button cancel;

  RunProgress(BenchmarkTexts texts, Runnable onCancel) {
    this.texts = texts;
    what = new WrappedLabel(texts.text("benchmark.beginning"), "strong");
    elapsed = new Elapsed(texts.texts());
    elapsed.restart(Duration.ZERO);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinHeight(USE_PREF_SIZE);
    bar.setAccessibleText(what.getText());
    cancel = new Button(texts.text("benchmark.cancel"));
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> onCancel.run());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var line = new HBox(cancel, gap, elapsed);
    line.getStyleClass().add("row");
    getStyleClass().add("sy-progress");
    getChildren().setAll(what, bar, left, line);
  }

  void show(BenchmarkStep step) {
    var text = texts.text(step.text());
    if (!text.equals(what.getText())) {
      what.setText(text);
      elapsed.restart(Duration.ZERO);
    }
    bar.setProgress((step.number() - 1.0) / step.of());
    var state = texts.text("benchmark.step", step.number(), step.of());
    left.setText(left(step.left()).map(more -> state + ", " + more).orElse(state));
    bar.setAccessibleText(text + ", " + left.getText());
  }

  /// Less than a second is nobody's question.
  private Optional<String> left(TimeLeft time) {
    if (time.known().toSeconds() < 1) {
      return Optional.empty();
    }
    var length = Durations.whole(time.known());
    return Optional.of(
        texts.text(
            Message.of(time.complete() ? "benchmark.left" : "benchmark.left.least", length)));
  }

  /// While the wish to stop is on its way.
  void setStopping(boolean stopping) {
    cancel.setDisable(stopping);
    if (stopping) {
      what.setText(texts.text("benchmark.stopping"));
    }
  }
}
