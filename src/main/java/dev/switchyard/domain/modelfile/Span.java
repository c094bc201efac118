package dev.switchyard.domain.modelfile;

/// A stretch of a text.
///
/// @param start index of its first character
/// @param end index after its last character
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }

  public boolean isEmpty() {
    return start == end;
  }

  public int length() {
    return end - start;
  }

  String of(String text) {
    return text.substring(start, end);
  }
}
