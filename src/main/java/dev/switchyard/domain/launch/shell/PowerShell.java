package dev.switchyard.domain.launch.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Windows PowerShell and PowerShell: between single quotes only the single quote has a meaning,
/// and the typographic ones count as such too; doubled they stand for themselves.
public record PowerShell() implements Shell {
  /// A word such as `-a.b` would be split at the dot, `1kb` read as a number.
  private static final Pattern PLAIN =
      Pattern.compile("-{0,2}[A-Za-z][A-Za-z0-9_-]*|[A-Za-z/\\\\][A-Za-z0-9_./\\\\:-]*");

  private static final Pattern SINGLE_QUOTES = Pattern.compile("['\u2018\u2019\u201a\u201b]");

  @Override
  public String id() {
    return "powershell";
  }

  @Override
  public String displayName() {
    return "PowerShell";
  }

  @Override
  public String quote(String text) {
    return PLAIN.matcher(Words.writable(this, text)).matches() ? text : quoted(text);
  }

  @Override
  public String export(String name, String value) {
    return "$env:" + name + " = " + quoted(Words.writable(this, value));
  }

  @Override
  public String exportCopy(String name, String source) {
    return "$env:" + name + " = $env:" + source;
  }

  @Override
  public String changeTo(Path folder) {
    return "Set-Location -LiteralPath " + quoted(folder.toString());
  }

  /// A quoted text is only run after `&`.
  @Override
  public String call(List<String> command) {
    var words = Words.joined(this, command);
    return words.startsWith("'") ? "& " + words : words;
  }

  /// The variables stay set in that PowerShell afterwards: it cannot set them for one command.
  @Override
  public String line(Invocation invocation) {
    var parts = new ArrayList<String>();
    parts.add(changeTo(invocation.folder()));
    invocation.variables().forEach((name, value) -> parts.add(export(name, value)));
    invocation.copied().forEach((name, source) -> parts.add(exportCopy(name, source)));
    parts.add(call(invocation.command()));
    return String.join("; ", parts);
  }

  private static String quoted(String text) {
    return "'" + SINGLE_QUOTES.matcher(text).replaceAll("$0$0") + "'";
  }
}
