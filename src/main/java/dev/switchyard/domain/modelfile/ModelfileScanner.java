package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Cuts a Modelfile into its pieces. It accepts exactly what Ollama's parser accepts, and goes on
/// after a mistake.
///
/// Source: `ParseFile` of Ollama `parser/parser.go`.
final class ModelfileScanner {
  static final String COMMAND_WORDS =
      "command must be one of \"from\", \"license\", \"template\", \"system\", \"adapter\","
          + " \"draft\", \"renderer\", \"parser\", \"parameter\", \"message\", or \"requires\"";
  static final String ROLE_WORDS =
      "message role must be one of \"system\", \"user\", or \"assistant\"";
  private static final List<String> ROLES = List.of("system", "user", "assistant");
  private static final String END_WORDS = "unexpected EOF";

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private ModelfileScanner(String text) {
    this.text = text;
  }

  static List<Piece> scan(String text) {
    var scanner = new ModelfileScanner(text);
    while (scanner.at < text.length()) {
      scanner.pieces.add(scanner.next());
    }
    return List.copyOf(scanner.pieces);
  }

  /// A value and where it ends, without the line end; no value where a closing quote is missing up
  /// to the end of the text.
  record ScannedValue(Optional<String> value, int end) {}

  /// Reads a value as Ollama does: it ends at the first line end where no quote is open.
  static ScannedValue value(String text, int start) {
    var read = new StringBuilder();
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (Characters.isLineEnd(c)) {
        var value = Quoting.unquote(Characters.trim(read.toString()));
        if (value.isPresent()) {
          return new ScannedValue(value, i);
        }
      }
      if (Characters.isLineEnd(c) || Characters.isBlank(c) || Characters.isPrintable(c)) {
        read.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return new ScannedValue(Quoting.unquote(Characters.trim(read.toString())), i);
  }

  private Piece next() {
    int start = at;
    skip(c -> Characters.isBlank(c) || Characters.isLineEnd(c));
    if (at > start) {
      return new Piece.Blank(new Span(start, at));
    }
    if (text.charAt(start) == '#') {
      skip(c -> !Characters.isLineEnd(c));
      takeLineEnd();
      return new Piece.Comment(new Span(start, at));
    }
    return instruction(start);
  }

  private Piece instruction(int start) {
    if (!Characters.isPrintable(text.codePointAt(at))) {
      // Ollama drops one such character in front of an instruction, a stray no-break space for
      // example.
      at += Character.charCount(text.codePointAt(at));
    }
    int wordStart = at;
    skip(Characters::isLetter);
    var keywordSpan = new Span(wordStart, at);
    var keyword = Keyword.parse(keywordSpan.of(text));
    if (keyword.isEmpty()) {
      var word = text.substring(start, endOfWord(start));
      return broken(
          start,
          new Span(start, endOfWord(start)),
          COMMAND_WORDS,
          Message.of("modelfile.error.command", word));
    }
    if (!takeBlank()) {
      var words = at == text.length() ? END_WORDS : COMMAND_WORDS;
      return broken(
          start, keywordSpan, words, Message.of("modelfile.error.noValue", keyword.get().name()));
    }
    return keyword.get().takesName()
        ? named(start, keyword.get(), keywordSpan)
        : valued(start, keyword.get(), keywordSpan);
  }

  private Piece named(int start, Keyword keyword, Span keywordSpan) {
    int nameStart = at;
    skip(keyword == Keyword.PARAMETER ? Characters::isNameCharacter : Characters::isLetter);
    var nameSpan = new Span(nameStart, at);
    var name = nameSpan.of(text);
    if (name.isEmpty() && at < text.length() && Characters.isBlank(text.charAt(at))) {
      // Ollama takes the second blank for the end of an empty name.
      var words = keyword == Keyword.PARAMETER ? "unknown parameter ''" : ROLE_WORDS;
      return broken(
          start,
          new Span(start, at + 1),
          words,
          Message.of("modelfile.error.twoBlanks", keyword.name()));
    }
    if (keyword == Keyword.MESSAGE && !ROLES.contains(name)) {
      var roleSpan = new Span(nameStart, endOfWord(nameStart));
      return broken(
          start, roleSpan, ROLE_WORDS, Message.of("modelfile.error.role", roleSpan.of(text)));
    }
    if (!takeBlank()) {
      var whole = new Span(nameStart, endOfWord(nameStart));
      return broken(
          start,
          whole.isEmpty() ? keywordSpan : whole,
          END_WORDS,
          nameProblem(keyword, whole.of(text), name));
    }
    return valued(start, keyword, keywordSpan, name, nameSpan);
  }

  private static Message nameProblem(Keyword keyword, String word, String name) {
    return word.equals(name)
        ? Message.of("modelfile.error.noValue", (keyword.name() + " " + name).strip())
        : Message.of("modelfile.error.name", word);
  }

  private Piece valued(int start, Keyword keyword, Span keywordSpan) {
    return valued(start, keyword, keywordSpan, "", new Span(at, at));
  }

  private Piece valued(int start, Keyword keyword, Span keywordSpan, String name, Span nameSpan) {
    var scanned = value(text, at);
    var written = trimmed(at, scanned.end());
    if (scanned.value().isEmpty()) {
      return broken(
          start,
          new Span(written.start(), endOfLine(written.start())),
          END_WORDS,
          Message.of("modelfile.error.openQuote"));
    }
    at = scanned.end();
    takeLineEnd();
    return new Piece.Instruction(
        new Span(start, at), keyword, keywordSpan, name, nameSpan, scanned.value().get(), written);
  }

  /// A piece that Ollama refuses. It takes the rest of its line only, so that the lines after it
  /// are still understood.
  private Piece broken(int start, Span where, String parserWords, Message message) {
    at = endOfLine(start);
    takeLineEnd();
    return new Piece.Broken(new Span(start, at), Problem.error(where, parserWords, message));
  }

  private Span trimmed(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isEdge(from)) {
      from++;
    }
    while (to > from && isEdge(to - 1)) {
      to--;
    }
    return new Span(from, to);
  }

  private boolean isEdge(int index) {
    return Characters.isBlank(text.charAt(index)) || Characters.isLineEnd(text.charAt(index));
  }

  private boolean takeBlank() {
    if (at < text.length() && Characters.isBlank(text.charAt(at))) {
      at++;
      return true;
    }
    return false;
  }

  private void takeLineEnd() {
    if (text.startsWith("\r\n", at)) {
      at += 2;
    } else if (at < text.length() && Characters.isLineEnd(text.charAt(at))) {
      at++;
    }
  }

  private int endOfWord(int start) {
    int i = start;
    while (i < text.length()
        && !Characters.isBlank(text.charAt(i))
        && !Characters.isLineEnd(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int endOfLine(int start) {
    int i = start;
    while (i < text.length() && !Characters.isLineEnd(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private void skip(IntPredicate wanted) {
    while (at < text.length() && wanted.test(text.charAt(at))) {
      at++;
    }
  }
}
