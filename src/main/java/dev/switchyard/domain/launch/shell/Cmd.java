package dev.switchyard.domain.launch.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The command prompt of Windows. Two readers come after each other: cmd, for which `%` has a
/// meaning even between quotes, and the started program, which takes its command line apart by the
/// rules of the C runtime.
///
/// @param batch whether the text stands in a batch file, where `%%` is a percent sign; at the
///   prompt nothing is, but a caret keeps `%name%` from being replaced
public record Cmd(boolean batch) implements Shell {
  public static final Cmd PROMPT = new Cmd(false);
  public static final Cmd BATCH = new Cmd(true);

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./\\\\:@+-]+");
  private static final Pattern BACKSLASHES_BEFORE_QUOTE = Pattern.compile("(\\\\*)\"");
  private static final Pattern BACKSLASHES_AT_END = Pattern.compile("(\\\\+)$");
  private static final Pattern SPECIAL = Pattern.compile("[\"^&|<>()]");

  @Override
  public String id() {
    return "cmd";
  }

  @Override
  public String displayName() {
    return "cmd";
  }

  @Override
  public boolean canWrite(String text) {
    return text.chars().noneMatch(c -> c == 0 || c == '\n' || c == '\r');
  }

  @Override
  public String quote(String text) {
    if (PLAIN.matcher(Words.writable(this, text)).matches()) {
      return text;
    }
    return text.indexOf('"') < 0
        ? betweenQuotes(doubledAtEnd(text))
        : withCarets(forTheProgram(text));
  }

  /// Setting to nothing removes the variable: cmd has no empty ones.
  @Override
  public String export(String name, String value) {
    var assignment = name + "=" + Words.writable(this, value);
    return "set " + (value.indexOf('"') < 0 ? whole(assignment) : withCarets(assignment));
  }

  @Override
  public String exportCopy(String name, String source) {
    return "set \"" + name + "=%" + source + "%\"";
  }

  @Override
  public String changeTo(Path folder) {
    return "cd /d " + whole(folder.toString());
  }

  @Override
  public String call(List<String> command) {
    return Words.joined(this, command);
  }

  /// Prints a text.
  public String echo(String text) {
    return "echo(" + withCarets(Words.writable(this, text));
  }

  /// The variables stay set in that prompt afterwards: it cannot set them for one command.
  @Override
  public String line(Invocation invocation) {
    var parts = new ArrayList<String>();
    parts.add(changeTo(invocation.folder()));
    invocation.variables().forEach((name, value) -> parts.add(export(name, value)));
    invocation.copied().forEach((name, source) -> parts.add(exportCopy(name, source)));
    parts.add(call(invocation.command()));
    // A blank before `&&` would become part of a value that has no quotes around it.
    return String.join("&& ", parts);
  }

  /// For commands of cmd itself, which do not put pieces together.
  private String whole(String text) {
    return batch || text.indexOf('%') < 0 ? betweenQuotes(text) : withCarets(text);
  }

  /// Between quotes everything but `%` is itself. At the prompt the quotes are left for each `%`,
  /// since a caret works only outside of them; the program puts the pieces together again.
  private String betweenQuotes(String text) {
    return "\"" + text.replace("%", batch ? "%%" : "\"^%\"") + "\"";
  }

  /// With an escaped quote in it a text has no inside and outside that cmd and the program agree
  /// on, so nothing is left to quotes.
  private String withCarets(String text) {
    return SPECIAL.matcher(text).replaceAll("^$0").replace("%", batch ? "%%" : "^%");
  }

  private static String forTheProgram(String text) {
    var escaped = BACKSLASHES_BEFORE_QUOTE.matcher(text).replaceAll("$1$1\\\\\"");
    return "\"" + BACKSLASHES_AT_END.matcher(escaped).replaceAll("$1$1") + "\"";
  }

  /// Backslashes before a quote that ends a piece would escape it for the program.
  private String doubledAtEnd(String text) {
    var atEnd = BACKSLASHES_AT_END.matcher(text).replaceAll("$1$1");
    return batch ? atEnd : atEnd.replaceAll("(\\\\+)%", "$1$1%");
  }
}
