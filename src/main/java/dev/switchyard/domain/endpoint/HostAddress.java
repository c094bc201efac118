package dev.switchyard.domain.endpoint;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/// An IPv4 or IPv6 address, however it is written: `127.1` and `0x7f.1` are addresses of the
/// loopback to Claude Code and curl as well.
///
/// @param address no name is ever looked up for it
public record HostAddress(InetAddress address) {
  /// @param host an address, IPv6 with or without brackets
  /// @return empty for a name, and for an address of one network card alone, such as `fe80::1%eth0`
  public static Optional<HostAddress> parse(String host) {
    if (host.contains("%")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new HostAddress(
              host.contains(":")
                  ? InetAddress.ofLiteral(host)
                  : Inet4Address.ofPosixLiteral(host.replaceFirst("\\.$", ""))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public boolean isIpv4() {
    return address instanceof Inet4Address;
  }

  /// Whether it belongs to a network.
  ///
  /// @param prefixBits how many bits of the network's address count
  public boolean isIn(HostAddress network, int prefixBits) {
    int bits = address.getAddress().length * Byte.SIZE;
    return network.isIpv4() == isIpv4()
        && prefixBits <= bits
        && number()
            .shiftRight(bits - prefixBits)
            .equals(network.number().shiftRight(bits - prefixBits));
  }

  private BigInteger number() {
    return new BigInteger(1, address.getAddress());
  }

  public boolean isLoopback() {
    return address.isLoopbackAddress();
  }

  /// In the usual form: four numbers with dots, or eight groups.
  public String text() {
    return address.getHostAddress();
  }
}
