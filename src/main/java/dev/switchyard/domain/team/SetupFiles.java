package dev.switchyard.domain.team;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;

/// Port: shared files, which anybody may have put where they stand.
public interface SetupFiles {
  /// @return at most [TeamFile#LARGEST] bytes
  /// @throws PortException MISSING, REFUSED for what is larger or no plain file, and for a link of
  ///   the name [TeamFile#NAME]: it comes with a project and may lead anywhere; DENIED, FAILED
  byte[] read(Path file) throws PortException;

  /// @param replace whether another content may stand there
  /// @throws PortException CONFLICT where one stands there and may not be replaced, REFUSED for
  ///   what is no plain file, DENIED, NO_SPACE, FAILED
  void write(Path file, byte[] content, boolean replace) throws PortException;

  /// Whether there is something of this name, whatever it is; asks for nothing else.
  boolean exists(Path file);
}
