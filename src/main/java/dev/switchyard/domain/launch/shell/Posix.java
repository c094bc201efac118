package dev.switchyard.domain.launch.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// bash, zsh, dash and every other `sh`: between single quotes nothing has a meaning but the single
/// quote itself.
public record Posix() implements Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@+,-]+");

  @Override
  public String id() {
    return "bash";
  }

  @Override
  public String displayName() {
    return "bash";
  }

  @Override
  public String quote(String text) {
    return PLAIN.matcher(Words.writable(this, text)).matches()
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }

  @Override
  public String export(String name, String value) {
    return "export " + assignment(name, value);
  }

  @Override
  public String exportCopy(String name, String source) {
    return "export " + name + "=\"$" + source + "\"";
  }

  @Override
  public String changeTo(Path folder) {
    return "cd -- " + quote(folder.toString());
  }

  @Override
  public String call(List<String> command) {
    return Words.joined(this, command);
  }

  /// The variables hold for this command only; the shell keeps its own.
  @Override
  public String line(Invocation invocation) {
    return Words.prefixed(this, invocation, this::assignment);
  }

  private String assignment(String name, String value) {
    return name + "=" + (value.isEmpty() ? "" : quote(value));
  }
}
