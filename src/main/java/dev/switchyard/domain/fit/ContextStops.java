package dev.switchyard.domain.fit;

import java.util.ArrayList;
import java.util.List;

/// The context lengths that are offered: powers of two from 4K up to the trained maximum, and that
/// itself.
public final class ContextStops {
  public static final int LEAST = 4096;

  private ContextStops() {}

  /// @param trainedMaximum tokens
  public static List<Integer> upTo(int trainedMaximum) {
    var stops = new ArrayList<Integer>();
    for (long stop = LEAST; stop < trainedMaximum; stop *= 2) {
      stops.add((int) stop);
    }
    stops.add(trainedMaximum);
    return List.copyOf(stops);
  }
}
