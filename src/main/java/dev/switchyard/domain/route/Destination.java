package dev.switchyard.domain.route;

import java.util.Locale;

/// Where the requests of a folder go.
public enum Destination {
  /// A server on this machine's loopback.
  LOCAL,
  /// Anthropic's own servers, or a cloud provider's.
  CLOUD,
  /// Any other host.
  OTHER,
  /// Nowhere: the URL that wins cannot be used.
  UNUSABLE;

  /// Whether requests reach a server, and not the cloud's.
  public boolean leavesCloud() {
    return this == LOCAL || this == OTHER;
  }

  /// As the command line's JSON names it.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
