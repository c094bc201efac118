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

  /// As the command line's JSON names it.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
