package dev.switchyard.domain.modelfile;

/// One piece of a Modelfile, its line ends included. The pieces follow one another without a gap,
/// so that putting them together gives the file back, byte for byte.
public sealed interface Piece {
  Span span();

  /// Blanks and line ends between instructions.
  record Blank(Span span) implements Piece {}

  /// A line whose first character is `#`. A `#` further right belongs to a value.
  record Comment(Span span) implements Piece {}

  /// A complete instruction.
  ///
  /// @param keyword what it does
  /// @param keywordSpan where its word stands
  /// @param name the parameter's name or the message's role, empty for other instructions
  /// @param nameSpan where that stands
  /// @param value what Ollama reads: without quotes, surrounding blanks and control characters
  /// @param valueSpan the value as written, with its quotes and without surrounding blanks
  record Instruction(
      Span span,
      Keyword keyword,
      Span keywordSpan,
      String name,
      Span nameSpan,
      String value,
      Span valueSpan)
      implements Piece {
    boolean isParameter(String wanted) {
      return keyword == Keyword.PARAMETER && name.equals(wanted);
    }
  }

  /// What Ollama's parser refuses; it would stop here, Switchyard goes on with the next line to
  /// find the other mistakes.
  record Broken(Span span, Problem problem) implements Piece {}
}
