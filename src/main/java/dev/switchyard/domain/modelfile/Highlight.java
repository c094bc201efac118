package dev.switchyard.domain.modelfile;

import java.util.ArrayList;
import java.util.List;

/// How an editor shows a Modelfile: each line with its coloured stretches and what is wrong in it.
public final class Highlight {
  private Highlight() {}

  /// What a stretch of text is.
  public enum Kind {
    KEYWORD,
    NAME,
    NUMBER,
    QUOTED,
    COMMENT,
    PLAIN
  }

  /// A stretch within one line.
  ///
  /// @param start column from 0
  /// @param end column after its last character
  public record Stretch(int start, int end, Kind kind) {}

  /// A mistake within one line.
  ///
  /// @param start column from 0
  /// @param end column after its last character
  public record Mark(int start, int end, Problem.Severity severity) {}

  /// @param text without its line end
  /// @param stretches the whole line, from left to right, without gaps
  public record Line(String text, List<Stretch> stretches, List<Mark> marks) {}

  /// The file's lines. Problems that reach over several lines are marked in the first.
  public static List<Line> of(Modelfile file, List<Problem> problems) {
    var texts = file.editorText().split("\n", -1);
    var stretches = Highlight.<Stretch>lists(texts.length);
    var marks = Highlight.<Mark>lists(texts.length);
    for (var piece : file.pieces()) {
      switch (piece) {
        case Piece.Comment(var span) -> add(file, span, Kind.COMMENT, texts, stretches);
        case Piece.Instruction instruction -> {
          add(file, instruction.keywordSpan(), Kind.KEYWORD, texts, stretches);
          add(file, instruction.nameSpan(), Kind.NAME, texts, stretches);
          add(file, instruction.valueSpan(), valueKind(file, instruction), texts, stretches);
        }
        case Piece.Blank _, Piece.Broken _ -> {
          // Plain.
        }
      }
    }
    problems.forEach(problem -> mark(file, problem, texts, marks));
    var lines = new ArrayList<Line>();
    for (int i = 0; i < texts.length; i++) {
      lines.add(new Line(texts[i], filled(texts[i], stretches.get(i)), marks.get(i)));
    }
    return lines;
  }

  private static Kind valueKind(Modelfile file, Piece.Instruction instruction) {
    if (instruction.valueSpan().of(file.text()).startsWith("\"")) {
      return Kind.QUOTED;
    }
    boolean figure =
        Parameters.find(instruction.name())
            .filter(parameter -> parameter.type() != ParameterType.TEXT_LIST)
            .isPresent();
    return figure ? Kind.NUMBER : Kind.PLAIN;
  }

  private static void add(
      Modelfile file, Span span, Kind kind, String[] texts, List<List<Stretch>> stretches) {
    if (span.isEmpty()) {
      return;
    }
    var from = file.locate(span.start());
    var to = file.locate(span.end());
    for (int line = from.line(); line <= to.line() && line <= texts.length; line++) {
      int start = line == from.line() ? from.column() - 1 : 0;
      int end =
          Math.min(
              line == to.line() ? to.column() - 1 : Integer.MAX_VALUE, texts[line - 1].length());
      if (end > start) {
        stretches.get(line - 1).add(new Stretch(start, end, kind));
      }
    }
  }

  private static void mark(
      Modelfile file, Problem problem, String[] texts, List<List<Mark>> marks) {
    var from = file.locate(problem.span().start());
    int length = texts[from.line() - 1].length();
    int start = Math.min(from.column() - 1, length);
    int end = Math.min(Math.max(start + problem.span().length(), start + 1), length);
    if (end > start) {
      marks.get(from.line() - 1).add(new Mark(start, end, problem.severity()));
    }
  }

  private static List<Stretch> filled(String text, List<Stretch> known) {
    var all = new ArrayList<Stretch>();
    int at = 0;
    for (var stretch : known) {
      if (stretch.start() > at) {
        all.add(new Stretch(at, stretch.start(), Kind.PLAIN));
      }
      all.add(stretch);
      at = stretch.end();
    }
    if (at < text.length()) {
      all.add(new Stretch(at, text.length(), Kind.PLAIN));
    }
    return all;
  }

  private static <T> List<List<T>> lists(int count) {
    var lists = new ArrayList<List<T>>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }
}
