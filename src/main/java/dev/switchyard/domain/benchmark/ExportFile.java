package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;

/// Port: writes a file that a person named.
@FunctionalInterface
public interface ExportFile {
  /// Replaces what stood there.
  ///
  /// @throws PortException DENIED, NO_SPACE, REFUSED (not a plain file), FAILED; what stood there
  ///   stays then
  void write(Path file, String text) throws PortException;
}
