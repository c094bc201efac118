package dev.switchyard.domain.whereabouts;

import dev.switchyard.domain.Message;
import java.util.List;

/// How a server is made to be seen from a place without being opened to everybody, the safest way
/// first.
///
/// Sources: Microsoft's documentation of networking in WSL and of `New-NetFirewallRule`; Docker's
/// of `docker run --add-host` and of networking in Docker Desktop; ssh(1); the manual of GitHub's
/// command line for `gh codespace ssh`; Ollama's FAQ for `OLLAMA_HOST`. Nothing of it was run on
/// Windows.
public final class SafeWays {
  private SafeWays() {}

  /// @param text what it does, and what that means
  /// @param commands lines to be run, in their order; empty where there are none
  public record Way(Message text, List<String> commands) {
    private static Way of(String key, String... commands) {
      return new Way(Message.of(key), List.of(commands));
    }
  }

  /// @param port of the server
  /// @param remote the machine that is reached over SSH, as `ssh` is told it
  public static List<Way> to(Place place, int port, String remote) {
    var host = place.hosts().isEmpty() ? "ADDRESS" : place.hosts().getFirst();
    return switch (place.kind()) {
      case MACHINE ->
          List.of(
              Way.of("reach.way.tunnel-here", "ssh -N -L " + both(port) + " " + remote), open());
      case SSH ->
          List.of(Way.of("reach.way.tunnel-there", "ssh -R " + both(port) + " " + remote), open());
      case CODESPACE ->
          List.of(Way.of("reach.way.codespace", "gh codespace ssh -- -R " + both(port)));
      case WSL_SHARED -> List.of(Way.of("reach.way.wsl-shared"));
      case WSL ->
          List.of(
              Way.of("reach.way.wsl-mirrored", "wsl --shutdown"),
              Way.of(
                  "reach.way.wsl-listen",
                  "setx OLLAMA_HOST %s:%d".formatted(host, port),
                  ("New-NetFirewallRule -DisplayName \"Ollama for WSL\" -Direction Inbound"
                          + " -Action Allow -Protocol TCP -LocalPort %d -LocalAddress %s")
                      .formatted(port, host)),
              open());
      case CONTAINER ->
          List.of(
              Way.of("reach.way.container-network", "docker run --network=host …"),
              Way.of(
                  "reach.way.container-name",
                  "docker run --add-host=host.docker.internal:host-gateway …"),
              Way.of("reach.way.container-listen", "OLLAMA_HOST=%s:%d".formatted(host, port)),
              open());
    };
  }

  private static String both(int port) {
    return "%d:127.0.0.1:%d".formatted(port, port);
  }

  private static Way open() {
    return Way.of("reach.way.open");
  }
}
