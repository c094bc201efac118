package dev.switchyard.adapter.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Kills a process, with its children, that takes too long.
final class TimeLimit {
  private final Thread watch;
  private volatile boolean reached;

  TimeLimit(Process process, Duration limit) {
    watch = Thread.ofVirtual().name("limit").start(() -> watch(process, limit));
  }

  private void watch(Process process, Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        reached = true;
        Processes.kill(process.toHandle());
      }
    } catch (InterruptedException _) {
      // It is not watched any more.
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    watch.interrupt();
  }

  boolean reached() {
    return reached;
  }
}
