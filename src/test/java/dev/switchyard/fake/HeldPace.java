package dev.switchyard.fake;

import dev.switchyard.adapter.demo.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Time inside the simulation that goes on as far as the test lets it.
public final class HeldPace implements Pace {
  private static final long LIMIT_S = 60;
  private static final int FOR_EVER = Integer.MAX_VALUE / 2;

  private final Semaphore steps = new Semaphore(0);
  private final Instant now;

  public HeldPace(Instant now) {
    this.now = now;
  }

  /// So many more pauses end.
  public void go(int pauses) {
    steps.release(pauses);
  }

  /// From now on nothing waits.
  public void goOn() {
    steps.release(FOR_EVER);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    if (!steps.tryAcquire(LIMIT_S, TimeUnit.SECONDS)) {
      throw new AssertionError("the test has not let time go on");
    }
  }
}
