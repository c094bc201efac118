package dev.switchyard.adapter.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Reads a stream of a child to its end, so that the child never waits for us, and keeps only its
/// beginning.
final class Drain implements AutoCloseable {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final InputStream stream;
  private final int limit;
  private final Thread reader;
  private volatile boolean givenUp;

  Drain(InputStream stream, int limit) {
    this.stream = stream;
    this.limit = limit;
    this.reader = PipeThread.start("drain", this::readAll);
  }

  private void readAll() {
    var buffer = new byte[8192];
    try (stream) {
      for (int read = stream.read(buffer); read >= 0 && !givenUp; read = stream.read(buffer)) {
        keep(buffer, read);
      }
    } catch (IOException _) {
      // The child was killed: what came until then is the answer.
    }
  }

  private synchronized void keep(byte[] buffer, int count) {
    kept.write(buffer, 0, Math.min(count, limit - kept.size()));
  }

  /// What was read. A grandchild may hold the stream open after the child's end: it is not waited
  /// for longer than `patience`.
  String text(Duration patience) throws InterruptedException {
    reader.join(patience);
    synchronized (this) {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }

  /// No more is wanted. The stream is closed by the thread that reads it, as soon as something
  /// comes: on Windows nobody else can close it while that one waits.
  @Override
  public void close() {
    givenUp = true;
  }
}
