package dev.switchyard.domain.endpoint.profile;

import java.time.Duration;

/// How long an endpoint may take.
///
/// @param connect until the connection is there, one second to one minute
/// @param answer of one answer in all, one second to one hour
public record TimeLimits(Duration connect, Duration answer) {
  public static final TimeLimits USUAL =
      new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(120));

  private static final Duration LONGEST_CONNECT = Duration.ofMinutes(1);
  private static final Duration LONGEST_ANSWER = Duration.ofHours(1);

  boolean arePossible() {
    return isWithin(connect, LONGEST_CONNECT) && isWithin(answer, LONGEST_ANSWER);
  }

  private static boolean isWithin(Duration one, Duration longest) {
    return one.compareTo(Duration.ofSeconds(1)) >= 0 && one.compareTo(longest) <= 0;
  }
}
