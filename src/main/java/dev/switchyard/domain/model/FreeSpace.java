package dev.switchyard.domain.model;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.EndpointUrl;

/// Port: how much room there is for models.
public interface FreeSpace {
  /// Free bytes on the disk that holds the server's models; unknown where the server is on another
  /// machine.
  Known<Long> forModelsOf(EndpointUrl server);

  /// Whether parts of an earlier pull lie on that disk: then a pull needs less room than its
  /// model's size. False also where nobody can tell.
  boolean holdsBrokenOffPulls(EndpointUrl server);
}
