package dev.switchyard.adapter.usage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The lines of a file, each as a stream of its own: a line may hold pictures, and is never in
/// memory whole.
final class LineStream extends InputStream {
  private final InputStream source;
  private final byte[] buffer;
  private int position;
  private int end;
  private long before;
  private boolean lineEnded = true;

  /// @param source read from its present place on
  LineStream(InputStream source, int bufferBytes) {
    this.source = source;
    this.buffer = new byte[bufferBytes];
  }

  /// Goes to the next line.
  ///
  /// @return false at the end of the file
  boolean next() throws IOException {
    finish();
    lineEnded = !fill();
    return !lineEnded;
  }

  /// Passes over what was not read of the line.
  ///
  /// @return false where the file ends before the line does
  boolean finish() throws IOException {
    while (!lineEnded) {
      if (!fill()) {
        return false;
      }
      position = lineEnd();
      passLineEnd();
    }
    return true;
  }

  /// How far the reading is, in bytes from where it began.
  long place() {
    return before + position;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (lineEnded || !fill()) {
      return -1;
    }
    int size = Math.min(length, lineEnd() - position);
    System.arraycopy(buffer, position, target, offset, size);
    position += size;
    passLineEnd();
    return size == 0 ? -1 : size;
  }

  private void passLineEnd() {
    if (position < end && buffer[position] == '\n') {
      position++;
      lineEnded = true;
    }
  }

  /// Where the line ends in the buffer, or the buffer does.
  private int lineEnd() {
    int at = position;
    while (at < end && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean fill() throws IOException {
    if (position < end) {
      return true;
    }
    before += end;
    position = 0;
    end = Math.max(0, source.read(buffer));
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
