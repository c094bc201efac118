package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.fit.ContextStops;
import java.util.List;

/// The context slider's scale: every doubling takes the same way.
///
/// @param most tokens at its right end, the model's trained maximum
public record ContextScale(int most) {
  /// The part of a doubling within which the slider snaps to a stop.
  private static final double SNAP = 0.08;

  private static final int STEP = 1024;

  public double position(int tokens) {
    return log2((double) Math.clamp(tokens, ContextStops.LEAST, most) / ContextStops.LEAST);
  }

  public double length() {
    return position(most);
  }

  /// Tokens at a position: a stop where one is near, else whole thousands (1024).
  public int tokens(double position) {
    for (var stop : stops()) {
      if (Math.abs(position(stop) - position) <= SNAP) {
        return stop;
      }
    }
    double exact = Math.min(most, ContextStops.LEAST * Math.pow(2, position));
    return (int) Math.min(most, Math.round(exact / STEP) * STEP);
  }

  public List<Integer> stops() {
    return ContextStops.upTo(Math.max(most, ContextStops.LEAST));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
