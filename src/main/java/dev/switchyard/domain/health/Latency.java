package dev.switchyard.domain.health;

import java.time.Duration;

/// How long small requests take that have the server compute nothing.
///
/// @param median of [#REQUESTS] of them, one after another
/// @param first the one before them, with the looking up of the host, the connection and TLS
/// @param kept whether all of them went over the first one's connection; where the server closes it
///   after each answer, each has its own
public record Latency(Duration median, Duration first, boolean kept) {
  public static final int REQUESTS = 5;
}
