package dev.switchyard.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that shows a multiple of the time that has passed since it was made.
public final class HurriedClock extends Clock {
  private final InstantSource real = InstantSource.system();
  private final Instant began = real.instant();
  private final int times;

  public HurriedClock(int times) {
    this.times = times;
  }

  @Override
  public Instant instant() {
    return began.plus(Duration.between(began, real.instant()).multipliedBy(times));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
