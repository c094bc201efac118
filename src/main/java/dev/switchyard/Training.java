package dev.switchyard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.PauseTransition;

/// Shows every screen once and then ends, so that the image's AOT cache knows what the window
/// loads.
final class Training {
  private static final Duration ON_EACH_SCREEN = Duration.ofMillis(700);

  private final WindowWiring window;
  private final Runnable end;
  private final Deque<String> waiting = new ArrayDeque<>();

  Training(WindowWiring window, Runnable end) {
    this.window = window;
    this.end = end;
    window.screens().forEach(screen -> waiting.add(screen.id()));
  }

  void start() {
    next();
  }

  private void next() {
    if (waiting.isEmpty()) {
      end.run();
      return;
    }
    window.shell().show(waiting.remove());
    var pause = new PauseTransition(javafx.util.Duration.millis(ON_EACH_SCREEN.toMillis()));
    pause.setOnFinished(_ -> next());
    pause.play();
  }
}
