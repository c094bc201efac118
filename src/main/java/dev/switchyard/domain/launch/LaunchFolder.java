package dev.switchyard.domain.launch;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;

/// Port: the private folder for scripts and settings of single launches. What is a week old is
/// removed at the next launch; until then it may be copied and used again.
public interface LaunchFolder {
  /// Writes a file that only the person can read, under a name that no other launch has.
  ///
  /// @param suffix the end of its name, such as `.sh`
  /// @throws PortException DENIED, NO_SPACE or FAILED, as for every file
  Path settings(String suffix, String text) throws PortException;

  /// The same for a file that can be run.
  Path script(String suffix, String text) throws PortException;
}
