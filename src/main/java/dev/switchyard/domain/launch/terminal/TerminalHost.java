package dev.switchyard.domain.launch.terminal;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Port: the terminals of this machine.
public interface TerminalHost {
  /// @param program a name on `PATH`, or an absolute file or folder
  Optional<Path> find(String program);

  /// The program that the desktop's own settings name as terminal, such as `xfce4-terminal`. Blocks
  /// for a moment.
  Optional<String> desktopDefault();

  /// Opens a window; it outlives Switchyard.
  ///
  /// @param command the program and its arguments
  /// @throws PortException FAILED with the terminal's own words if it ended at once with an error,
  ///   UNREACHABLE if it is gone
  void open(List<String> command) throws PortException;
}
