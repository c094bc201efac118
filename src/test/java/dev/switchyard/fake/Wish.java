package dev.switchyard.fake;

import dev.switchyard.domain.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// A wish to stop that a test utters.
public final class Wish implements Cancellation {
  private final List<Runnable> stops = new ArrayList<>();
  private boolean requested;

  public synchronized void stop() {
    requested = true;
    stops.forEach(Runnable::run);
  }

  @Override
  public synchronized boolean requested() {
    return requested;
  }

  @Override
  public synchronized void onRequest(Runnable stop) {
    stops.add(stop);
    if (requested) {
      stop.run();
    }
  }
}
