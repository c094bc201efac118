package dev.switchyard.ui.task;

import dev.switchyard.domain.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// A wish to stop, expressed on one thread and heard on another.
final class Wish implements Cancellation, Tasks.Running {
  private final List<Runnable> stops = new ArrayList<>();
  private boolean requested;

  @Override
  public synchronized boolean requested() {
    return requested;
  }

  @Override
  public void onRequest(Runnable stop) {
    synchronized (this) {
      if (!requested) {
        stops.add(stop);
        return;
      }
    }
    stop.run();
  }

  @Override
  public void cancel() {
    List<Runnable> toRun;
    synchronized (this) {
      if (requested) {
        return;
      }
      requested = true;
      toRun = List.copyOf(stops);
      stops.clear();
    }
    // Outside the lock: stopping may close a socket, which may block.
    toRun.forEach(Runnable::run);
  }
}
