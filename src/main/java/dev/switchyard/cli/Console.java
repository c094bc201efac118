package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.ui.text.Texts;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.FormatStyle;
import java.util.List;

/// The two streams of a command: answers go to standard output, everything else to standard error.
public final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final Texts texts;

  public Console(PrintStream out, PrintStream err, Texts texts) {
    this.out = out;
    this.err = err;
    this.texts = texts;
  }

  /// What has no language: JSON, a command to paste.
  public void plain(String text) {
    out.println(text);
  }

  public void line(String key, Object... arguments) {
    out.println(texts.text(key, arguments));
  }

  public void line(Message text) {
    out.println(texts.text(text));
  }

  /// Aligns columns with two blanks between them; the last column is not padded.
  public void table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(row.get(column)).repeat(' ', widths[column] - row.get(column).length() + 2);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /// A moment as the person writes it, on the clock of their place.
  String time(Instant moment) {
    return texts.at(moment, FormatStyle.MEDIUM, FormatStyle.MEDIUM);
  }

  /// What a person should know beside the answer: notes, warnings, errors, progress.
  public void note(Message text) {
    err.println(texts.text(text));
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  public Texts texts() {
    return texts;
  }
}
