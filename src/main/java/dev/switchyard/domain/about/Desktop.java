package dev.switchyard.domain.about;

import dev.switchyard.domain.PortException;
import java.net.URI;
import java.nio.file.Path;

/// Port: hands addresses and folders to the programs that the person's desktop opens them with.
/// Calls block for up to a second.
public interface Desktop {
  /// @throws PortException UNREACHABLE where the desktop has no such program, FAILED where it says
  ///   so
  void open(URI address) throws PortException;

  /// @param folder made where it is missing
  /// @throws PortException as [#open(URI)]
  void open(Path folder) throws PortException;
}
