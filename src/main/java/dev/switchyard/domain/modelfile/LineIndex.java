package dev.switchyard.domain.modelfile;

import java.util.Arrays;

/// Where the lines of a text begin.
final class LineIndex {
  private final int[] starts;

  LineIndex(String text) {
    var found = new int[text.length() + 1];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && !text.startsWith("\n", i + 1)) {
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  Location at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Location(line + 1, offset - starts[line] + 1);
  }
}
