package dev.switchyard.ui.text;

import dev.switchyard.domain.Message;
import java.time.Duration;

/// Writes how long something took or takes.
public final class Durations {
  private Durations() {}

  /// Seconds with one digit where few of them make a difference.
  public static Message exact(Duration duration) {
    return duration.toSeconds() < 10
        ? Message.of("duration.seconds-exact", duration.toMillis() / 1000.0)
        : whole(duration);
  }

  /// Minutes and seconds, without fractions: for a figure that changes each second.
  public static Message whole(Duration duration) {
    return Message.of("duration.seconds", duration.toSeconds() / 60, duration.toSeconds() % 60);
  }

  /// How long something has been going on, and how long it goes on if it takes as long as it did
  /// before.
  ///
  /// @param before how long it took the last time; zero where that is not known
  public static Message soFar(Duration elapsed, Duration before) {
    var left = before.minus(elapsed);
    return left.isPositive()
        ? Message.of("waiting.left", whole(elapsed), whole(left.plusMillis(999)))
        : Message.of("waiting.elapsed", whole(elapsed));
  }
}
