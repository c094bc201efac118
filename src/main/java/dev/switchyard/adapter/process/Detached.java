package dev.switchyard.adapter.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// A started program that outlives Switchyard.
public final class Detached {
  private final Process process;
  private final Path log;

  Detached(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  public long pid() {
    return process.pid();
  }

  /// When it started, as the system tells; with the process id it names one process for good.
  public Optional<Instant> startedAt() {
    return process.info().startInstant();
  }

  /// Where its output goes.
  public Path log() {
    return log;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// Its exit code if it ends within that time: a program that fails at once says so here.
  public OptionalInt exitWithin(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
          ? OptionalInt.of(process.exitValue())
          : OptionalInt.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }
}
