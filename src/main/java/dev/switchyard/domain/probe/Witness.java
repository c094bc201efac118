package dev.switchyard.domain.probe;

import dev.switchyard.domain.PortException;
import java.util.List;

/// Stands in the endpoint's place for the time of a proof and remembers what it was asked for, but
/// nothing of what a prompt or a credential says.
///
/// It answers every conversation itself, in a few milliseconds. Its very first answer asks for one
/// sub-agent of every tier, so that their requests are seen too.
public interface Witness extends AutoCloseable {
  /// Port: opens a witness on this machine's loopback.
  @FunctionalInterface
  interface Opener {
    /// @throws PortException FAILED where the system gives no port
    Witness open() throws PortException;
  }

  /// What `ANTHROPIC_BASE_URL` must be for requests to come here. Nobody else can guess it.
  String baseUrl();

  /// What was asked for since the last call, in the order in which it came.
  List<WitnessedRequest> take();

  @Override
  void close();
}
