package dev.switchyard.ui.component;

import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;

/// Something whose end cannot be told is under way: what, since when, and a way to stop it.
public final class Waiting extends HBox {
  public Waiting(Texts texts, String what) {
    this(texts, what, Duration.ZERO);
  }

  /// @param before how long the same took the last time; zero where that is not known
  public Waiting(Texts texts, String what, Duration before) {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("wheel");
    wheel.setAccessibleText(what);
    var elapsed = new Elapsed(texts);
    elapsed.restart(before);
    getStyleClass().addAll("row", "sy-waiting");
    getChildren().setAll(wheel, new WrappedLabel(what), elapsed);
  }

  /// Adds a button that asks it to stop.
  public Waiting stoppedBy(String label, Runnable stop) {
    getChildren().add(InlineMessage.action(label, stop));
    return this;
  }
}
