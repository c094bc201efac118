package dev.switchyard.domain.endpoint;

import java.util.Locale;

/// The names and addresses that mean this machine itself: `localhost`, `127.0.0.0/8` and `::1`, in
/// every way of writing them. A name that only looks like such an address, as `127.example.com`
/// does, is somebody else's, and whether one below `localhost` is looked up depends on the system.
public final class LoopbackHosts {
  private LoopbackHosts() {}

  /// @param host a name or an address, IPv6 with or without brackets
  public static boolean contains(String host) {
    var name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    return name.equals("localhost")
        || HostAddress.parse(host).filter(HostAddress::isLoopback).isPresent();
  }
}
