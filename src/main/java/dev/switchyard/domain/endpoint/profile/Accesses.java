package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;

/// Tells what a connection to an address needs.
@FunctionalInterface
public interface Accesses {
  /// @throws PortException MALFORMED where it cannot be read what the person has said about it
  Access to(EndpointUrl url) throws PortException;
}
