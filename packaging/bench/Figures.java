import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The measurements of one thing, repeated.
final class Figures {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double median() {
    return median(values);
  }

  /// The median of what this is times the other, measurement by measurement.
  double medianRatio(Figures other) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / other.values.get(i));
    }
    return median(ratios);
  }

  private static double median(List<Double> of) {
    var sorted = of.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /// The median, and the least and the greatest where there are several.
  String text(int decimals) {
    String form = "%." + decimals + "f";
    return values.size() == 1
        ? form.formatted(median())
        : (form + " (" + form + "–" + form + ")")
            .formatted(median(), Collections.min(values), Collections.max(values));
  }
}
