package dev.switchyard.adapter.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
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
  private final Duration atMost;
  private final Thread reader;
  private OptionalLong seenEnded = OptionalLong.empty();

  /// @param limit how many characters of a line are kept
  /// @param atMost how long lines are waited for once the child has ended, however many come: those
  ///   that still come then are those of a program that it has left behind
  LineFeed(Process process, int limit, Duration atMost) {
    this.process = process;
    this.atMost = atMost;
    this.reader = PipeThread.start("lines", () -> readAll(process.getInputStream(), limit));
  }

  private void readAll(InputStream stream, int limit) {
    try (stream) {
      LineReader.readAll(stream, limit, line -> lines.put(Optional.of(line)));
      lines.put(Optional.empty());
    } catch (InterruptedException _) {
      // Nobody wants more.
      Thread.currentThread().interrupt();
    } catch (IOException _) {
      // It could not be closed, and everything was read.
    }
  }

  /// Waits for the next line.
  ///
  /// @param patience how long what the child has written is waited for once it has ended
  /// @return empty at the end of its output
  Optional<String> next(Duration patience) throws InterruptedException {
    while (true) {
      boolean ended = !process.isAlive();
      if (ended && isOverdue()) {
        return Optional.empty();
      }
      var line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (line != null) {
        return line;
      }
      if (ended) {
        return Optional.empty();
      }
    }
  }

  private boolean isOverdue() {
    if (seenEnded.isEmpty()) {
      seenEnded = OptionalLong.of(System.nanoTime());
    }
    return System.nanoTime() - seenEnded.getAsLong() > atMost.toNanos();
  }

  /// No more is wanted.
  void end() {
    reader.interrupt();
  }
}
