package dev.switchyard.ui.benchmark;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/// Asks where a file is to be written.
@FunctionalInterface
public interface SaveDialog {
  /// @param name suggested for the file
  /// @return empty where the person changed their mind
  Optional<Path> ask(Window owner, String name);
}
