package dev.switchyard.adapter.claude;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Optional;

/// The lines of a long file, the last one first, without reading what stands before.
final class LinesFromEnd {
  private static final int BLOCK = 1 << 16;

  private final RandomAccessFile file;
  private final long stop;
  private long position;
  private byte[] block = new byte[0];
  private int used;

  /// @param end where the last line ends, in bytes
  /// @param stop where to look no further back; a line that begins before it is left out
  LinesFromEnd(RandomAccessFile file, long end, long stop) {
    this.file = file;
    this.position = end;
    this.stop = stop;
  }

  /// @return empty before the first one
  Optional<byte[]> previous() throws IOException {
    var reversed = new ByteArrayOutputStream();
    while (used > 0 || fill()) {
      byte next = block[--used];
      if (next != '\n') {
        reversed.write(next);
      } else if (reversed.size() > 0) {
        return Optional.of(turned(reversed.toByteArray()));
      }
    }
    return reversed.size() > 0 && stop == 0
        ? Optional.of(turned(reversed.toByteArray()))
        : Optional.empty();
  }

  private boolean fill() throws IOException {
    int size = (int) Math.min(BLOCK, position - stop);
    if (size <= 0) {
      return false;
    }
    position -= size;
    block = new byte[size];
    file.seek(position);
    file.readFully(block);
    used = size;
    return true;
  }

  private static byte[] turned(byte[] bytes) {
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte kept = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = kept;
    }
    return bytes;
  }
}
