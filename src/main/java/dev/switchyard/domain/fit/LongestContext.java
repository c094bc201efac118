package dev.switchyard.domain.fit;

import java.util.function.IntToLongFunction;

/// Finds the longest context that takes no more than some room.
///
/// What a model takes grows in steps and nearly along a straight line, so that the next guess lies
/// on the line between two that are known; where that leads nowhere, the way is halved.
///
/// @param bytes what a context of so many tokens takes; it is not less for a longer one
/// @param stops contexts to begin with, ascending; the last one is the longest there is
record LongestContext(IntToLongFunction bytes, Iterable<Integer> stops) {
  private static final int SHORTEST = 1;

  /// Caches are made in steps of so many cells.
  private static final int STEP = 256;

  /// Tokens; 0 where not even one of them has room.
  int within(long room) {
    int fits = 0;
    int tooLong = 0;
    for (int stop : stops) {
      if (bytes.applyAsLong(stop) <= room) {
        fits = stop;
        tooLong = 0;
      } else if (tooLong == 0) {
        tooLong = stop;
      }
    }
    if (tooLong == 0) {
      return fits;
    }
    if (fits == 0) {
      if (bytes.applyAsLong(SHORTEST) > room) {
        return 0;
      }
      fits = SHORTEST;
    }
    return between(fits, tooLong, room);
  }

  private int between(int first, int last, long room) {
    int fits = first;
    int tooLong = last;
    boolean halve = false;
    while (tooLong - fits > 1) {
      int way = tooLong - fits;
      int guess = halve ? fits + way / 2 : onLine(fits, tooLong, room);
      if (bytes.applyAsLong(guess) <= room) {
        fits = guess;
      } else {
        tooLong = guess;
      }
      halve = !halve && tooLong - fits > way / 2;
    }
    return fits;
  }

  /// The end of the step that the line meets the room in; once that is known to fit, the next
  /// token.
  private int onLine(int fits, int tooLong, long room) {
    long from = bytes.applyAsLong(fits);
    double share = (double) (room - from) / Math.max(1, bytes.applyAsLong(tooLong) - from);
    long met = fits + (long) (share * (tooLong - fits));
    return (int) Math.clamp(met / STEP * STEP, fits + 1L, tooLong - 1L);
  }
}
