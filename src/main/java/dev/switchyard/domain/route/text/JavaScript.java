package dev.switchyard.domain.route.text;

import java.math.BigDecimal;

/// How JavaScript turns a JSON literal into a string.
final class JavaScript {
  /// From here on JavaScript writes an exponent.
  private static final double EXPONENT_FROM = 1e21;

  /// And below this one.
  private static final double PLAIN_FROM = 1e-6;

  private JavaScript() {}

  /// `8192`, `1e3` and `1000.0` are all numbers of one kind there: 1000 has no fraction, however it
  /// was written.
  static String number(String raw) {
    if (!raw.isEmpty() && Character.isLetter(raw.charAt(0))) {
      return raw;
    }
    var value = Double.parseDouble(raw);
    if (value == Math.rint(value) && Math.abs(value) < EXPONENT_FROM) {
      return value == 0 ? "0" : new BigDecimal(value).toPlainString();
    }
    return Math.abs(value) < PLAIN_FROM || Math.abs(value) >= EXPONENT_FROM
        ? Double.toString(value)
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
