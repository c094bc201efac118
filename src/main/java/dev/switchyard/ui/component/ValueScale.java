package dev.switchyard.ui.component;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A scale with round steps that holds a range of values.
///
/// @param from where it begins: 0, unless the values lie close together far above it
/// @param step between two of its lines
/// @param steps how many there are, at least one
record ValueScale(double from, double step, int steps) {
  private static final int WANTED_STEPS = 4;

  /// With less between the least and the most, a scale from 0 would show a flat line.
  private static final double WIDE = 0.5;

  private static final double ROOM = 0.05;

  /// @param least 0 or more
  static ValueScale of(double least, double most) {
    double room = Math.max(ROOM * (most - least), ROOM * ROOM * most);
    double low = least < WIDE * most ? 0 : Math.max(0, least - room);
    double high = most + room;
    double step = round((high - low) / WANTED_STEPS);
    double from = Math.floor(low / step) * step;
    return new ValueScale(from, step, (int) Math.max(1, Math.ceil((high - from) / step)));
  }

  /// The next of 1, 2, 5, 10, 20 and so on.
  private static double round(double atLeast) {
    if (atLeast <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    return List.of(1, 2, 5).stream()
        .map(digit -> digit * power)
        .filter(step -> step >= atLeast)
        .findFirst()
        .orElse(10 * power);
  }

  List<Double> lines() {
    return IntStream.rangeClosed(0, steps).mapToObj(i -> from + i * step).toList();
  }

  /// 0 at its beginning, 1 at its end.
  double ratio(double value) {
    return (value - from) / (steps * step);
  }

  /// With as many digits as its steps need.
  String text(double line, Locale locale) {
    var format = NumberFormat.getNumberInstance(locale);
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step)));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(line);
  }
}
