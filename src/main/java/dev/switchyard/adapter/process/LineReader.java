package dev.switchyard.adapter.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/// Splits a child's output into lines of bounded length.
final class LineReader {
  private LineReader() {}

  /// What is told of each line.
  @FunctionalInterface
  interface Listener {
    void on(String line) throws InterruptedException;
  }

  /// @param limit how many characters of a line are kept; the rest is read and dropped
  static void readAll(InputStream stream, int limit, Listener listener)
      throws InterruptedException {
    var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    var line = new StringBuilder();
    for (int next = read(reader); next >= 0; next = read(reader)) {
      if (next != '\n') {
        append(line, (char) next, limit);
        continue;
      }
      listener.on(line.toString());
      line.setLength(0);
    }
    if (!line.isEmpty()) {
      listener.on(line.toString());
    }
  }

  private static void append(StringBuilder line, char next, int limit) {
    if (next != '\r' && line.length() < limit) {
      line.append(next);
    }
  }

  /// A stream that breaks off is at its end: the child was killed, and why is known elsewhere.
  private static int read(Reader reader) {
    try {
      return reader.read();
    } catch (IOException _) {
      return -1;
    }
  }
}
