package dev.switchyard.cli;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.text.LineDiff;

/// How a change of a file is answered and shown.
final class ChangeAnswer {
  private static final int CONTEXT = 3;

  private ChangeAnswer() {}

  static void fill(Answer answer, FileChange change) {
    answer.put("file", change.file().toString()).put("change", change.kind().wireName());
  }

  static Message text(FileChange change) {
    return Message.of("cli.route." + change.kind().wireName(), change.file().toString());
  }

  /// Line by line, credentials masked.
  static void printDifference(Console console, FileChange change) {
    LineDiff.of(change.textBefore(), change.textAfter(), CONTEXT)
        .forEach(line -> console.plain(mark(line.kind()) + line.text()));
  }

  private static String mark(LineDiff.Kind kind) {
    return switch (kind) {
      case SAME -> "  ";
      case REMOVED -> "- ";
      case ADDED -> "+ ";
      case GAP -> "  ...";
    };
  }
}
