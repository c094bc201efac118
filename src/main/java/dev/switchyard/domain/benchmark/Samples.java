package dev.switchyard.domain.benchmark;

import java.util.List;

/// What one figure came to in the runs that counted.
///
/// @param values in the order of the runs, at least one
public record Samples(List<Double> values) {
  public Samples {
    values = List.copyOf(values);
    if (values.isEmpty() || values.stream().anyMatch(value -> !Double.isFinite(value))) {
      throw new IllegalArgumentException("not a measurement: " + values);
    }
  }

  /// The middle one, or halfway between the two in the middle.
  public double median() {
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  public double least() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  public double most() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /// Whether a value lies between the least and the most.
  boolean covers(double value) {
    return least() <= value && value <= most();
  }
}
