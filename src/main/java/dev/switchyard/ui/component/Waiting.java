package dev.switchyard.ui.component;

import dev.switchyard.ui.text.Durations;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

/// Something whose end cannot be told is under way: what, since when, and a way to stop it.
///
/// It counts only while it is shown in a window that is shown.
public final class Waiting extends HBox {
  /// What is over sooner needs no count.
  private static final int FIRST_SECOND = 2;

  private final Texts texts;
  private final Duration before;
  private final Label count = new Label();
  private final Timeline clock =
      new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
  private int seconds;

  public Waiting(Texts texts, String what) {
    this(texts, what, Duration.ZERO);
  }

  /// @param before how long the same took the last time; zero where that is not known
  public Waiting(Texts texts, String what, Duration before) {
    this.texts = texts;
    this.before = before;
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("wheel");
    wheel.setAccessibleText(what);
    var words = new Label(what);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    count.getStyleClass().add("muted");
    count.setMinWidth(USE_PREF_SIZE);
    getStyleClass().addAll("row", "sy-waiting");
    getChildren().setAll(wheel, words, count);
    clock.setCycleCount(Timeline.INDEFINITE);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(this::run);
  }

  /// Adds a button that asks it to stop.
  public Waiting stoppedBy(String label, Runnable stop) {
    getChildren().add(InlineMessage.action(label, stop));
    return this;
  }

  private void run(boolean shown) {
    if (shown) {
      clock.play();
    } else {
      clock.pause();
    }
  }

  private void tick() {
    seconds++;
    if (seconds >= FIRST_SECOND) {
      count.setText(texts.text(Durations.soFar(Duration.ofSeconds(seconds), before)));
    }
  }
}
