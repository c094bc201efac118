package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.List;
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

  /// What the server is started with, and the addresses that it listens at.
  Start start(EndpointUrl url);

  /// @param listening empty where nobody listens at that port
  record Start(Known<ServerEnvironment> environment, Known<List<String>> listening) {}

  /// The Windows that this Linux runs under, as WSL; empty where it runs under none.
  Known<Optional<WindowsHost>> windowsHost();

  /// @param mirrored whether both have the same network addresses
  /// @param addresses by which Windows may be reached, the most likely first
  record WindowsHost(boolean mirrored, List<String> addresses) {}
}
