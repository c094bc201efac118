package dev.switchyard.domain.route;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where Claude Code is started from. The settings files are the same for all of them; the
/// environment below the files is not, because each is fed from somewhere else.
public enum StartedFrom {
  /// A terminal: what the login shell and its start-up files set.
  TERMINAL,
  /// Its extension in VS Code: what VS Code was started with, and the extension's own setting.
  VSCODE,
  /// An icon or a menu of the desktop: what the session or the system gives every program.
  DESKTOP;

  /// As the command line names it: `terminal`, `vscode`, `desktop`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The inverse of [#wireName].
  public static Optional<StartedFrom> parse(String wireName) {
    return Stream.of(values()).filter(from -> from.wireName().equals(wireName)).findFirst();
  }
}
