package dev.switchyard.domain.launch.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// fish: between single quotes only the backslash and the single quote have a meaning, both after a
/// backslash.
public record Fish() implements Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@+,-]+");

  @Override
  public String id() {
    return "fish";
  }

  @Override
  public String displayName() {
    return "fish";
  }

  @Override
  public String quote(String text) {
    return PLAIN.matcher(Words.writable(this, text)).matches()
        ? text
        : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public String export(String name, String value) {
    return "set -gx " + name + " " + quote(value);
  }

  @Override
  public String exportCopy(String name, String source) {
    return "set -gx " + name + " \"$" + source + "\"";
  }

  @Override
  public String changeTo(Path folder) {
    return "cd -- " + quote(folder.toString());
  }

  @Override
  public String call(List<String> command) {
    return Words.joined(this, command);
  }

  /// The variables hold for this command only; fish can do that since 3.1.
  @Override
  public String line(Invocation invocation) {
    return Words.prefixed(this, invocation, (name, value) -> name + "=" + quote(value));
  }
}
