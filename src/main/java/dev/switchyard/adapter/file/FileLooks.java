package dev.switchyard.adapter.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Looks from time to time whether files have changed, for where the system does not tell. Its
/// thread sleeps for good while there is nothing to look at.
final class FileLooks implements AutoCloseable {
  private final Duration interval;
  private final Consumer<Set<Path>> onChanged;
  private final Map<Path, Optional<Snapshot>> seen = new HashMap<>();
  private final Thread thread = Thread.ofVirtual().name("settings-looks").unstarted(this::run);
  private boolean closed;

  /// @param onChanged called on the thread of the looks
  FileLooks(Duration interval, Consumer<Set<Path>> onChanged) {
    this.interval = interval;
    this.onChanged = onChanged;
    thread.start();
  }

  /// From now on at these files, and no others.
  synchronized void lookAt(Set<Path> files) {
    seen.keySet().retainAll(files);
    files.forEach(file -> seen.computeIfAbsent(file, Snapshot::of));
    notifyAll();
  }

  private void run() {
    try {
      while (await()) {
        var changed = look();
        if (!changed.isEmpty()) {
          onChanged.accept(changed);
        }
      }
    } catch (InterruptedException _) {
      // Nobody waits for the looks any more.
    }
  }

  private synchronized boolean await() throws InterruptedException {
    long end = System.nanoTime() + interval.toNanos();
    while (!closed && (seen.isEmpty() || System.nanoTime() < end)) {
      wait(seen.isEmpty() ? 0 : interval.toMillis());
    }
    return !closed;
  }

  private synchronized Set<Path> look() {
    var changed = new LinkedHashSet<Path>();
    seen.replaceAll((file, before) -> {
      var now = Snapshot.of(file);
      if (!now.equals(before)) {
        changed.add(file);
      }
      return now;
    });
    return changed;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
  }
}
