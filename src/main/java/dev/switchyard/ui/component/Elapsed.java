package dev.switchyard.ui.component;

import dev.switchyard.ui.text.Durations;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;

/// How long something has been going on; and how long it goes on, where it is known how long the
/// same took before. Its clock stands still where nobody can see it: away from a window, and while
/// that is hidden or minimised.
public final class Elapsed extends Label {
  /// What is over sooner needs no count.
  private static final int FIRST_SECOND = 2;

  private final Texts texts;
  private final Timeline clock =
      new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
  private Duration before = Duration.ZERO;
  private long begun = System.nanoTime();

  public Elapsed(Texts texts) {
    this.texts = texts;
    getStyleClass().add("muted");
    setMinWidth(USE_PREF_SIZE);
    clock.setCycleCount(Timeline.INDEFINITE);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Elapsed::inSight)
        .orElse(false)
        .subscribe(this::run);
  }

  /// Begins at zero.
  ///
  /// @param asLongAs how long the same took the last time; zero where that is not known
  public void restart(Duration asLongAs) {
    before = asLongAs;
    begun = System.nanoTime();
    setText("");
  }

  private static ObservableValue<Boolean> inSight(Window window) {
    return window instanceof Stage stage
        ? stage.showingProperty().and(stage.iconifiedProperty().not())
        : window.showingProperty();
  }

  private void run(boolean shown) {
    if (shown) {
      clock.play();
    } else {
      clock.pause();
    }
  }

  private void tick() {
    var now = Duration.ofNanos(System.nanoTime() - begun);
    if (now.toSeconds() >= FIRST_SECOND) {
      setText(texts.text(Durations.soFar(now.truncatedTo(ChronoUnit.SECONDS), before)));
    }
  }
}
