package dev.switchyard.adapter.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The end of a program's log, for an explanation.
public final class LogTail {
  private static final int BYTES = 4096;
  private static final int LINES = 6;

  private LogTail() {}

  /// Empty text where there is nothing to read.
  public static String of(Path log) {
    try (var channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - BYTES));
      var buffer = ByteBuffer.allocate(BYTES);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Reads on until the end or until the buffer is full.
      }
      List<String> lines =
          new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException _) {
      return "";
    }
  }
}
