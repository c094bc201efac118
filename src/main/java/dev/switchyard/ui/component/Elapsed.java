package dev.switchyard.ui.component;

import dev.switchyard.ui.text.Durations;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Window;

/// How long something has been going on; and how long it goes on, where it is known how long the
/// same took before. It counts only while it is in a window that is shown.
public final class Elapsed extends Label {
  /// What is over sooner needs no count.
  private static final int FIRST_SECOND = 2;

  private final Texts texts;
  private final Timeline clock =
      new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
  private Duration before = Duration.ZERO;
  private int seconds;

  public Elapsed(Texts texts) {
    this.texts = texts;
    getStyleClass().add("muted");
    setMinWidth(USE_PREF_SIZE);
    clock.setCycleCount(Timeline.INDEFINITE);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(this::run);
  }

  /// Begins at zero.
  ///
  /// @param asLongAs how long the same took the last time; zero where that is not known
  public void restart(Duration asLongAs) {
    before = asLongAs;
    seconds = 0;
    setText("");
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
      setText(texts.text(Durations.soFar(Duration.ofSeconds(seconds), before)));
    }
  }
}
