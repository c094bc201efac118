package dev.switchyard.domain.endpoint;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;

/// Port: the server's process on this machine. All calls block.
public interface ServerProcess {
  /// Whether a server that Switchyard started is running, in this run of the panel or in an earlier
  /// one.
  boolean startedByUs();

  /// Starts the server so that it outlives the panel, and returns when it answers. Done also where
  /// one answers already.
  ///
  /// @param url where it is to listen
  /// @throws PortException UNREACHABLE if the program is not installed, REFUSED if the address is
  ///   not this machine's loopback or the system's own service has to be started instead, FAILED
  ///   with the end of the server's log if it ended, TIMEOUT with the same if it does not answer
  void start(EndpointUrl url, Cancellation cancellation) throws PortException;

  /// Stops the server that Switchyard started, never another one.
  ///
  /// @throws PortException REFUSED if Switchyard did not start it, FAILED if it does not end
  void stop() throws PortException;
}
