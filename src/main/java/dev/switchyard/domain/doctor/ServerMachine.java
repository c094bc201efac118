package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.Optional;

/// Port: what this machine knows of a server that runs on it. All calls may block.
public interface ServerMachine {
  /// The program that listens at an address; empty where nobody does.
  Known<Optional<String>> portOwner(EndpointUrl url);

  /// Whether the system keeps it running as a service: then that is to be started, since a server
  /// of the person's own would have other models.
  Known<Boolean> isService(EndpointUrl url);

  Known<Long> freeBytes(EndpointUrl url);

  /// What pulls that broke off have left; 0 where there is nothing of the kind.
  Known<Long> unfinishedBytes(EndpointUrl url);
}
