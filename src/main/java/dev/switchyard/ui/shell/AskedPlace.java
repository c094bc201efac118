package dev.switchyard.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Brings a window that comes up to where it was asked to be.
///
/// A window manager puts a new window into a frame. JavaFX 26.0.2 at times takes the window's place
/// within that frame for its place on the screen and moves it there: the title bar is then above
/// the screen's upper edge (seen with Openbox 3.6 in about one start of six, with any JavaFX
/// program).
final class AskedPlace {
  /// The desktop is done with a new window's frame some 50 ms after the window has the keyboard.
  private static final Duration FRAMED = Duration.millis(150);

  private final Stage stage;
  private final PauseTransition framed = new PauseTransition(FRAMED);
  private @Nullable Point2D asked;

  AskedPlace(Stage stage) {
    this.stage = stage;
    framed.setOnFinished(_ -> comeBack());
    stage.addEventHandler(
        WindowEvent.WINDOW_SHOWING, _ -> asked = new Point2D(stage.getX(), stage.getY()));
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> framed.stop());
  }

  /// The window is on the screen.
  void seen() {
    if (asked != null) {
      framed.playFromStart();
    }
  }

  private void comeBack() {
    var place = asked;
    asked = null;
    boolean isItsOwn = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    if (place != null && isItsOwn) {
      stage.setX(place.getX());
      stage.setY(place.getY());
    }
  }
}
