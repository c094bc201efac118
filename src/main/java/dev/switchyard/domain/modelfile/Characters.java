package dev.switchyard.domain.modelfile;

/// The classes of characters of Ollama's parser. They are Go's, not Java's.
final class Characters {
  private Characters() {}

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  static boolean isLineEnd(int c) {
    return c == '\r' || c == '\n';
  }

  static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isNameCharacter(int c) {
    return isLetter(c) || c >= '0' && c <= '9' || c == '_';
  }

  /// Go's `strconv.IsPrint`: letters, marks, numbers, punctuation, symbols and the plain blank. The
  /// parser drops the others out of values without a word: control characters, no-break spaces,
  /// soft hyphens, byte order marks.
  static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  /// Go's `strings.TrimSpace`, as far as such characters can stand in a value at all.
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isTrimmed(text.charAt(start))) {
      start++;
    }
    while (end > start && isTrimmed(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isTrimmed(char c) {
    return isBlank(c) || isLineEnd(c);
  }
}
