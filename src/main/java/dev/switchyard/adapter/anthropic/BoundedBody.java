package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Shortened;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The body of an answer, read as long as neither one of its lines nor all of it is longer than any
/// model's answer is. However the reading ends, its beginning is kept for a person to look at.
final class BoundedBody {
  private static final int MOST_BYTES = 8 << 20;

  /// A tool's arguments come in one line; 1 MiB of them is a file's.
  private static final int LONGEST_LINE = 1 << 20;

  /// As much as is shown, also where every character takes the most bytes.
  private static final int KEPT_BYTES = 4 * (Shortened.MOST_CHARACTERS + 1);

  private static final int BUFFER = 8 << 10;

  private final InputStream stream;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int bytesLeft = MOST_BYTES;

  BoundedBody(InputStream stream) {
    this.stream = new BufferedInputStream(stream);
  }

  /// The beginning of what was read so far.
  String beginning() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  /// All of it.
  String whole() throws IOException, Unreadable {
    return first(Integer.MAX_VALUE);
  }

  /// The first bytes, and not more than so many, however many there are.
  String first(int most) throws IOException, Unreadable {
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[BUFFER];
    for (int read = read(buffer, most); read > 0; read = read(buffer, most - bytes.size())) {
      bytes.write(buffer, 0, read);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// What comes first of it: nobody waits for the end of what is of no use.
  void glance() throws IOException, Unreadable {
    var _ = read(new byte[BUFFER], BUFFER);
  }

  /// The next line without its end; empty at the end of the body.
  Optional<String> line() throws IOException, Unreadable {
    int read = read();
    if (read < 0) {
      return Optional.empty();
    }
    var line = new ByteArrayOutputStream();
    for (; read >= 0 && read != '\n'; read = read()) {
      if (line.size() == LONGEST_LINE) {
        throw tooLong();
      }
      line.write(read);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
  }

  private int read() throws IOException, Unreadable {
    int read = stream.read();
    if (read >= 0) {
      count(1);
      if (kept.size() < KEPT_BYTES) {
        kept.write(read);
      }
    }
    return read;
  }

  private int read(byte[] buffer, int most) throws IOException, Unreadable {
    int read = stream.read(buffer, 0, Math.min(buffer.length, most));
    if (read > 0) {
      count(read);
      kept.write(buffer, 0, Math.min(read, KEPT_BYTES - kept.size()));
    }
    return read;
  }

  private void count(int bytes) throws Unreadable {
    bytesLeft -= bytes;
    if (bytesLeft < 0) {
      throw tooLong();
    }
  }

  private static Unreadable tooLong() {
    return new Unreadable(Message.of("capability.too-long"));
  }
}
