package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.modelfile.Piece.Instruction;
import java.util.List;
import java.util.function.Predicate;

/// Changes of single values and lines. Each one cuts out a stretch of the text and puts another in.
final class ModelfileEdit {
  private ModelfileEdit() {}

  static Modelfile setFrom(Modelfile file, String base) {
    var from = file.from();
    if (from.isPresent()) {
      return replace(file, from.get(), base, "FROM");
    }
    return insert(file, 0, "FROM " + written(base, "FROM") + LineEnds.usual(file.text()));
  }

  static Modelfile setParameter(Modelfile file, String name, String value) {
    return file.parameter(name)
        .map(existing -> replace(file, existing, value, name))
        .orElseGet(() -> append(file, name, value));
  }

  static Modelfile setParameterValues(Modelfile file, String name, List<String> values) {
    var result = file;
    for (int i = 0; i < values.size(); i++) {
      var existing = setting(result, name);
      result =
          i < existing.size()
              ? replace(result, existing.get(i), values.get(i), name)
              : append(result, name, values.get(i));
    }
    var left = setting(result, name);
    for (int i = left.size() - 1; i >= values.size(); i--) {
      result = splice(result, withIndent(result, left.get(i).span()), "");
    }
    return result;
  }

  private static List<Instruction> setting(Modelfile file, String name) {
    return file.instructions().stream().filter(i -> i.isParameter(name)).toList();
  }

  private static Modelfile replace(
      Modelfile file, Instruction instruction, String value, String what) {
    // A value that stays is left as it is written, quotes and all.
    return instruction.value().equals(value)
        ? file
        : splice(file, instruction.valueSpan(), written(value, what));
  }

  private static Modelfile append(Modelfile file, String name, String value) {
    var line = "PARAMETER " + name + " " + written(value, name) + LineEnds.usual(file.text());
    return insert(file, placeForParameter(file, name), line);
  }

  /// After the last line of the same parameter, else after the last parameter, else after FROM,
  /// else at the end.
  private static int placeForParameter(Modelfile file, String name) {
    List<Predicate<Instruction>> places =
        List.of(
            i -> i.isParameter(name),
            i -> i.keyword() == Keyword.PARAMETER,
            i -> i.keyword() == Keyword.FROM);
    for (var place : places) {
      var found = file.instructions().stream().filter(place).reduce((_, second) -> second);
      if (found.isPresent()) {
        return found.get().span().end();
      }
    }
    return endOfSound(file);
  }

  /// Before an unclosed quote: what stands after it would become part of its text.
  private static int endOfSound(Modelfile file) {
    return file.syntaxProblems().stream()
        .filter(problem -> problem.text().key().equals("modelfile.error.openQuote"))
        .findFirst()
        .flatMap(problem ->
            file.pieces().stream().filter(p -> contains(p.span(), problem.span())).findFirst())
        .map(piece -> piece.span().start())
        .orElse(file.text().length());
  }

  private static boolean contains(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  private static Modelfile insert(Modelfile file, int at, String line) {
    var before = file.text().substring(0, at);
    boolean lineIsOpen =
        !before.isEmpty() && !Characters.isLineEnd(before.charAt(before.length() - 1));
    return splice(file, new Span(at, at), lineIsOpen ? LineEnds.usual(file.text()) + line : line);
  }

  /// The blanks in front of an instruction go with it; they would indent the next line.
  private static Span withIndent(Modelfile file, Span span) {
    int start = span.start();
    while (start > 0 && Characters.isBlank(file.text().charAt(start - 1))) {
      start--;
    }
    return new Span(start, span.end());
  }

  private static Modelfile splice(Modelfile file, Span span, String replacement) {
    var text = file.text();
    return Modelfile.parse(
        text.substring(0, span.start()) + replacement + text.substring(span.end()));
  }

  private static String written(String value, String what) {
    return Quoting.write(value).orElseThrow(() -> new UnwritableValueException(what));
  }
}
