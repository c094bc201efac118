package dev.switchyard.adapter.demo;

import java.time.Duration;
import java.time.Instant;

/// The time that passes inside the simulation. The demonstration uses the real one; tests hand in
/// their own, so that a pull of 18 GB takes no time at all.
public interface Pace {
  Instant now();

  /// Returns when that much time has passed.
  void pause(Duration duration) throws InterruptedException;

  /// As on the wall.
  static Pace real() {
    return new Pace() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
      }
    };
  }

  /// Time that only passes by being waited for, and then at once.
  static Pace instant(Instant start) {
    return new Pace() {
      private Instant now = start;

      @Override
      public synchronized Instant now() {
        return now;
      }

      @Override
      public synchronized void pause(Duration duration) {
        now = now.plus(duration);
      }
    };
  }
}
