package dev.switchyard.ui.pulse;

import com.sun.glass.ui.Timer;

/// A timer that really stops when it is asked to pause. JavaFX makes such calls where it guards
/// against losing one: `resume` may come from any thread.
final class RestingTimer extends Timer {
  private final Timer system;
  private final int periodMillis;

  RestingTimer(Timer system, int periodMillis) {
    // What is to run is known to the system's timer.
    super(() -> {});
    this.system = system;
    this.periodMillis = periodMillis;
  }

  boolean isResting() {
    return !system.isRunning();
  }

  @Override
  protected long _start(Runnable runnable) {
    throw new UnsupportedOperationException("not where the display sets the pace");
  }

  @Override
  protected long _start(Runnable runnable, int period) {
    system.start(period);
    return 1;
  }

  @Override
  protected void _stop(long timer) {
    system.stop();
  }

  @Override
  protected void _pause(long timer) {
    system.stop();
  }

  @Override
  protected void _resume(long timer) {
    if (isResting()) {
      system.start(periodMillis);
    }
  }
}
