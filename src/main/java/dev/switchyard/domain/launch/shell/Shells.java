package dev.switchyard.domain.launch.shell;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.util.List;
import java.util.Optional;

/// The shells that commands are written for: a new one is one row.
public final class Shells {
  /// In the order in which they are offered.
  public static final List<Shell> ALL =
      List.of(new Posix(), new Fish(), new PowerShell(), Cmd.PROMPT);

  private Shells() {}

  /// The shell that the person most likely uses.
  public static Shell usual(Surroundings surroundings) {
    if (surroundings.system() == OperatingSystem.WINDOWS) {
      return new PowerShell();
    }
    boolean isFish =
        surroundings.variable("SHELL").filter(path -> path.endsWith("/fish")).isPresent();
    return isFish ? new Fish() : new Posix();
  }

  /// @param id as `--shell` names it
  public static Optional<Shell> parse(String id) {
    return ALL.stream().filter(shell -> shell.id().equals(id)).findFirst();
  }
}
