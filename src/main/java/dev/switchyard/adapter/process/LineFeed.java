package dev.switchyard.adapter.process;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Hands a child's lines from a thread that reads them to the one that wants them. A program that
/// the child has left behind may hold its output open for as long as it runs, and a thread that
/// reads it cannot be called back: whoever waits for the child's end must not be that thread.
final class LineFeed {
  /// One line, or empty for the end.
  private final BlockingQueue<Optional<String>> lines = new ArrayBlockingQueue<>(1);

  private final Process process;
  private final Thread reader;

  /// @param limit how many characters of a line are kept
  LineFeed(Process process, int limit) {
    this.process = process;
    this.reader =
        Thread.ofVirtual().name("lines").start(() -> readAll(process.getInputStream(), limit));
  }

  private void readAll(InputStream stream, int limit) {
    try {
      LineReader.readAll(stream, limit, line -> lines.put(Optional.of(line)));
      lines.put(Optional.empty());
    } catch (InterruptedException _) {
      // Nobody wants more.
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for the next line.
  ///
  /// @param patience how long what the child has written is waited for once it has ended
  /// @return empty at the end of its output
  Optional<String> next(Duration patience) throws InterruptedException {
    while (true) {
      boolean ended = !process.isAlive();
      var line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (line != null) {
        return line;
      }
      if (ended) {
        return Optional.empty();
      }
    }
  }

  /// No more is wanted.
  void end() {
    reader.interrupt();
  }
}
