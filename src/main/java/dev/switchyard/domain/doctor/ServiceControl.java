package dev.switchyard.domain.doctor;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;

/// Port: the server's service that belongs to the person, and that needs no administrator.
public interface ServiceControl {
  /// The file of Switchyard's that is laid over its unit; it need not be there.
  Path overlay();

  /// Starts it anew with what its files say. Blocks.
  ///
  /// @throws PortException UNREACHABLE, TIMEOUT, FAILED with what systemd says
  void restart() throws PortException;
}
