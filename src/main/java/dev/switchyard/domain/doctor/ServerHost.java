package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.doctor.ServerEnvironment.Placed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What this machine shows of the server that runs on it.
///
/// @param environment what it is started with
/// @param shell the same variables as a new terminal has them
/// @param listening the addresses of this machine that take connections at its port
/// @param windows the Windows that this Linux runs under, as WSL; empty where it runs under none
public record ServerHost(
    Known<ServerEnvironment> environment,
    Known<Map<String, Placed>> shell,
    Known<List<String>> listening,
    Known<Optional<WindowsServer>> windows) {
  /// The Windows below a Linux in WSL.
  ///
  /// @param mirrored whether both have the same network addresses, so that `localhost` is one
  /// @param server what answers there; empty where nothing was asked, as the server of the route
  ///   answers
  public record WindowsServer(boolean mirrored, Optional<ServerFacts> server) {}
}
