package dev.switchyard.domain.endpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An IPv4 or IPv6 address, however it is written.
///
/// Source: the WHATWG URL standard's host parser, by which Claude Code and curl read an address.
///
/// @param bytes four or sixteen, each 0 to 255
public record HostAddress(List<Integer> bytes) {
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;
  private static final int BITS = 8;

  public HostAddress {
    bytes = List.copyOf(bytes);
  }

  /// @param host an address, IPv6 with or without brackets
  /// @return empty for a name
  public static Optional<HostAddress> parse(String host) {
    return host.contains(":") ? ipv6(host.replaceAll("^\\[|]$", "")) : ipv4(host);
  }

  public boolean isIpv4() {
    return bytes.size() == IPV4_BYTES;
  }

  /// Whether it belongs to a network.
  ///
  /// @param prefixBits how many bits of the network's address count
  public boolean isIn(HostAddress network, int prefixBits) {
    if (network.bytes.size() != bytes.size() || prefixBits > bytes.size() * BITS) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int shift = BITS - 1 - bit % BITS;
      if (((bytes.get(bit / BITS) ^ network.bytes.get(bit / BITS)) >> shift & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  public boolean isLoopback() {
    if (isIpv4()) {
      return bytes.getFirst() == 127;
    }
    var zeros = bytes.subList(0, 10).stream().allMatch(one -> one == 0);
    boolean isOne =
        bytes.subList(10, 15).stream().allMatch(one -> one == 0) && bytes.getLast() == 1;
    boolean isMapped = bytes.get(10) == 0xFF && bytes.get(11) == 0xFF && bytes.get(12) == 127;
    return zeros && (isOne || isMapped);
  }

  /// In the usual form: four numbers with dots, or eight groups.
  public String text() {
    if (isIpv4()) {
      return bytes.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
    var groups = new ArrayList<String>();
    for (int i = 0; i < IPV6_BYTES; i += 2) {
      groups.add(Integer.toHexString(bytes.get(i) << BITS | bytes.get(i + 1)));
    }
    return String.join(":", groups);
  }

  /// One to four numbers, decimal, octal or hexadecimal, of which the last fills what is left.
  private static Optional<HostAddress> ipv4(String host) {
    var parts = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    var numbers = new ArrayList<Long>();
    for (var part : parts.split("\\.", -1)) {
      var number = number(part);
      if (number.isEmpty() || numbers.size() == IPV4_BYTES) {
        return Optional.empty();
      }
      numbers.add(number.get());
    }
    long rest = numbers.removeLast();
    int left = IPV4_BYTES - numbers.size();
    if (rest >= 1L << BITS * left || numbers.stream().anyMatch(number -> number > 255)) {
      return Optional.empty();
    }
    var bytes = new ArrayList<Integer>();
    numbers.forEach(number -> bytes.add(number.intValue()));
    for (int shift = BITS * (left - 1); shift >= 0; shift -= BITS) {
      bytes.add((int) (rest >> shift & 0xFF));
    }
    return Optional.of(new HostAddress(bytes));
  }

  private static Optional<Long> number(String part) {
    if (part.matches("0[xX][0-9a-fA-F]{1,8}")) {
      return Optional.of(Long.parseLong(part.substring(2), 16));
    }
    if (part.matches("0[0-7]{1,11}")) {
      return Optional.of(Long.parseLong(part, 8));
    }
    return part.matches("0|[1-9]\\d{0,9}") ? Optional.of(Long.parseLong(part)) : Optional.empty();
  }

  private static Optional<HostAddress> ipv6(String address) {
    var halves = address.split("::", -1);
    if (halves.length > 2) {
      return Optional.empty();
    }
    var front = written(halves[0]);
    var back = halves.length == 2 ? written(halves[1]) : Optional.of(List.<Integer>of());
    if (front.isEmpty() || back.isEmpty()) {
      return Optional.empty();
    }
    int left = IPV6_BYTES - front.get().size() - back.get().size();
    if (halves.length == 2 ? left < 2 : left != 0) {
      return Optional.empty();
    }
    var all = new ArrayList<>(front.get());
    for (int i = 0; i < left; i++) {
      all.add(0);
    }
    all.addAll(back.get());
    return Optional.of(new HostAddress(all));
  }

  private static Optional<List<Integer>> written(String groups) {
    var all = new ArrayList<Integer>();
    for (var group : groups.isEmpty() ? List.<String>of() : Arrays.asList(groups.split(":", -1))) {
      var ipv4 = group.contains(".") ? ipv4(group) : Optional.<HostAddress>empty();
      if (ipv4.isPresent()) {
        all.addAll(ipv4.get().bytes);
      } else if (group.matches("[0-9a-fA-F]{1,4}")) {
        int both = Integer.parseInt(group, 16);
        all.add(both >> BITS);
        all.add(both & 0xFF);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }
}
