package dev.switchyard.domain.launch.terminal;

import java.nio.file.Path;
import java.util.List;

/// A terminal that was found on this machine.
///
/// @param kind its row in the table
/// @param program the file that was found
public record InstalledTerminal(Terminal kind, Path program) {
  public List<String> command(Path script, Path folder, String title) {
    return kind.command(program, script, folder, title);
  }
}
