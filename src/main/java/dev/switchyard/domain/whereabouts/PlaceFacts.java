package dev.switchyard.domain.whereabouts;

import dev.switchyard.domain.whereabouts.Place.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// By what a place is told.
///
/// @param environment of this process
/// @param kernel `/proc/version`; empty where there is none, as the other texts
/// @param routes `/proc/net/route`
/// @param resolver `/etc/resolv.conf`
/// @param containerMark whether `/.dockerenv` or `/run/.containerenv` is there
/// @param mirrored whether there is an interface `loopback0`, as WSL has it with mirrored networks
public record PlaceFacts(
    Map<String, String> environment,
    String kernel,
    String routes,
    String resolver,
    boolean containerMark,
    boolean mirrored) {
  /// What WSL passes questions for names on by; nothing else is there.
  private static final String DNS_TUNNEL = "10.255.255.254";

  public PlaceFacts {
    environment = Map.copyOf(environment);
  }

  /// A container on WSL's kernel is a container.
  public Place place() {
    if (is("CODESPACES")) {
      return new Place(Kind.CODESPACE, List.of());
    }
    if (containerMark || is("REMOTE_CONTAINERS") || environment.containsKey("container")) {
      return new Place(Kind.CONTAINER, NetworkFiles.gateways(routes));
    }
    if (NetworkFiles.isWsl(kernel)) {
      return mirrored || NetworkFiles.isWsl1(kernel)
          ? new Place(Kind.WSL_SHARED, List.of())
          : new Place(Kind.WSL, windows());
    }
    return new Place(
        environment.containsKey("SSH_CONNECTION") ? Kind.SSH : Kind.MACHINE, List.of());
  }

  private boolean is(String variable) {
    return "true".equalsIgnoreCase(environment.get(variable));
  }

  private List<String> windows() {
    return Stream.concat(
            NetworkFiles.gateways(routes).stream(),
            NetworkFiles.privateNameServers(resolver).stream())
        .filter(address -> !address.equals(DNS_TUNNEL))
        .distinct()
        .limit(2)
        .toList();
  }
}
