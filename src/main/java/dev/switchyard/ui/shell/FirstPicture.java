package dev.switchyard.ui.shell;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Waits until the window's first picture is on the screen: what is done before makes it later.
///
/// JavaFX draws on a thread of its own and tells nobody when it is done. But a pulse in which
/// something has changed waits until what was to be drawn before is drawn; what was drawn comes to
/// the screen before the next.
final class FirstPicture extends AnimationTimer {
  /// Some desktops do not give a new window the keyboard.
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final ObservableBooleanValue focused;
  private final Pane content;
  private final Runnable then;
  private final Region change = new Region();
  private long begun;
  private int pulsesWithFocus;
  private boolean drawn;

  /// @param focused whether the desktop has placed the window and given it the keyboard
  /// @param content of the window; gets a node that nobody sees
  FirstPicture(ObservableBooleanValue focused, Pane content, Runnable then) {
    this.focused = focused;
    this.content = content;
    this.then = then;
    change.setManaged(false);
    content.getChildren().add(change);
  }

  @Override
  public void start() {
    begun = System.nanoTime();
    super.start();
  }

  @Override
  public void handle(long pulse) {
    if (focused.get() || System.nanoTime() - begun > LONGEST_WAIT.toNanos()) {
      pulsesWithFocus++;
    }
    // The first draws the picture where the desktop has put the window.
    if (pulsesWithFocus == 2) {
      change.setTranslateX(1);
    } else if (pulsesWithFocus == 3) {
      drawn = true;
      stop();
      content.getChildren().remove(change);
      then.run();
    }
  }

  boolean isDrawn() {
    return drawn;
  }
}
