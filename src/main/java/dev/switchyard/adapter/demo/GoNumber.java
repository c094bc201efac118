package dev.switchyard.adapter.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Writes numbers as Go's `%v` writes a float64: from a million on with an exponent.
final class GoNumber {
  private GoNumber() {}

  static String print(double number) {
    if (number == 0 || (Math.abs(number) >= 1e-4 && Math.abs(number) < 1e6)) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    var exact = BigDecimal.valueOf(number).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    var mantissa =
        exact
            .movePointLeft(exponent)
            .setScale(Math.max(exact.precision() - 1, 0), RoundingMode.UNNECESSARY);
    return String.format(
        Locale.ROOT,
        "%se%s%02d",
        mantissa.toPlainString(),
        exponent < 0 ? "-" : "+",
        Math.abs(exponent));
  }
}
