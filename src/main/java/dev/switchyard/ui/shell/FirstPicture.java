package dev.switchyard.ui.shell;

import javafx.animation.AnimationTimer;

/// Waits until the window has been drawn once.
final class FirstPicture extends AnimationTimer {
  /// From the pulse that draws it until the desktop has placed the window and shows it, an eighth
  /// of a second at the 30 pulses of the packaged program: what is done meanwhile makes it later.
  private static final int PULSES = 4;

  private final Runnable then;
  private int pulses;

  FirstPicture(Runnable then) {
    this.then = then;
  }

  @Override
  public void handle(long now) {
    pulses++;
    if (isDrawn()) {
      stop();
      then.run();
    }
  }

  boolean isDrawn() {
    return pulses >= PULSES;
  }
}
