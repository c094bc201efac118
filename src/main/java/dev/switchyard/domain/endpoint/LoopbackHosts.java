package dev.switchyard.domain.endpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The names and addresses that mean this machine itself: `localhost`, `127.0.0.0/8` and `::1`, in
/// every way of writing them. A name that only looks like such an address, as `127.example.com`
/// does, is somebody else's.
///
/// Source: the WHATWG URL standard's host parser, by which Claude Code and curl read an address.
public final class LoopbackHosts {
  private static final int IPV4_PARTS = 4;
  private static final int IPV6_GROUPS = 8;

  private LoopbackHosts() {}

  /// @param host a name or an address, IPv6 with or without brackets
  public static boolean contains(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    if (host.contains(":")) {
      return groups(host.replaceAll("^\\[|]$", "")).filter(LoopbackHosts::isLoopback).isPresent();
    }
    return ipv4(host).filter(LoopbackHosts::isLoopback).isPresent();
  }

  private static boolean isLoopback(long ipv4) {
    return ipv4 >>> 24 == 127;
  }

  private static boolean isLoopback(List<Integer> groups) {
    boolean blankPrefix = groups.subList(0, 5).stream().allMatch(group -> group == 0);
    boolean isOne = groups.get(5) == 0 && groups.get(6) == 0 && groups.get(7) == 1;
    boolean isMapped = groups.get(5) == 0xFFFF && groups.get(6) >> 8 == 127;
    return blankPrefix && (isOne || isMapped);
  }

  /// One to four numbers, decimal, octal or hexadecimal, of which the last fills what is left.
  private static Optional<Long> ipv4(String host) {
    var parts = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    var numbers = new ArrayList<Long>();
    for (var part : parts.split("\\.", -1)) {
      var number = number(part);
      if (number.isEmpty() || numbers.size() == IPV4_PARTS) {
        return Optional.empty();
      }
      numbers.add(number.get());
    }
    long address = numbers.removeLast();
    if (address >= 1L << 8 * (IPV4_PARTS - numbers.size())) {
      return Optional.empty();
    }
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) > 255) {
        return Optional.empty();
      }
      address += numbers.get(i) << 8 * (IPV4_PARTS - 1 - i);
    }
    return Optional.of(address);
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

  private static Optional<List<Integer>> groups(String address) {
    var halves = address.split("::", -1);
    if (halves.length > 2) {
      return Optional.empty();
    }
    var front = written(halves[0]);
    var back = halves.length == 2 ? written(halves[1]) : Optional.of(List.<Integer>of());
    if (front.isEmpty() || back.isEmpty()) {
      return Optional.empty();
    }
    int left = IPV6_GROUPS - front.get().size() - back.get().size();
    if (halves.length == 2 ? left < 1 : left != 0) {
      return Optional.empty();
    }
    var all = new ArrayList<>(front.get());
    for (int i = 0; i < left; i++) {
      all.add(0);
    }
    all.addAll(back.get());
    return Optional.of(all);
  }

  private static Optional<List<Integer>> written(String groups) {
    var all = new ArrayList<Integer>();
    for (var group : groups.isEmpty() ? List.<String>of() : Arrays.asList(groups.split(":", -1))) {
      if (group.contains(".")) {
        var ipv4 = ipv4(group);
        if (ipv4.isEmpty()) {
          return Optional.empty();
        }
        all.add((int) (ipv4.get() >> 16));
        all.add((int) (ipv4.get() & 0xFFFF));
      } else if (group.matches("[0-9a-fA-F]{1,4}")) {
        all.add(Integer.parseInt(group, 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }
}
