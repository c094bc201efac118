package dev.switchyard.domain.whereabouts;

import java.util.List;
import java.util.Locale;

/// What Linux says of its network in files.
///
/// Source: proc(5) and resolv.conf(5) for their forms; Microsoft's documentation of networking in
/// WSL for what they mean there.
public final class NetworkFiles {
  private NetworkFiles() {}

  /// The gateways of default routes, IPv4.
  ///
  /// @param routes `/proc/net/route`: interface, destination and gateway, both addresses backwards
  ///   in hexadecimal
  public static List<String> gateways(String routes) {
    return routes
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields.length > 2 && fields[1].equals("00000000"))
        .map(fields -> fields[2])
        .filter(gateway -> gateway.matches("[0-9A-Fa-f]{8}") && !gateway.equals("00000000"))
        .map(NetworkFiles::address)
        .distinct()
        .toList();
  }

  private static String address(String backwards) {
    long value = Long.parseLong(backwards, 16);
    return "%d.%d.%d.%d"
        .formatted(value & 255, value >> 8 & 255, value >> 16 & 255, value >> 24 & 255);
  }

  /// The private addresses of servers of names: in older WSL, Windows itself is one.
  ///
  /// @param resolver `/etc/resolv.conf`
  public static List<String> privateNameServers(String resolver) {
    return resolver
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 1 && words[0].equals("nameserver"))
        .map(words -> words[1])
        .filter(address -> address.matches("(?:10|172|192)(?:\\.[0-9]{1,3}){3}"))
        .distinct()
        .toList();
  }

  /// Whether a Linux runs on WSL's kernel.
  ///
  /// @param kernel `/proc/version`
  public static boolean isWsl(String kernel) {
    return kernel.toLowerCase(Locale.ROOT).contains("microsoft");
  }

  /// Whether it is WSL 1, which has no network of its own.
  public static boolean isWsl1(String kernel) {
    return isWsl(kernel) && !kernel.toLowerCase(Locale.ROOT).contains("wsl2");
  }
}
