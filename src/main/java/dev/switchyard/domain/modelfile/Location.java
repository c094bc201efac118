package dev.switchyard.domain.modelfile;

/// A place in a text as editors count it.
///
/// @param line from 1; `\n`, `\r\n` and a lone `\r` end a line
/// @param column from 1, in characters
public record Location(int line, int column) {
  static Location of(String text, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && !text.startsWith("\n", i + 1)) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Location(line, offset - lineStart + 1);
  }
}
