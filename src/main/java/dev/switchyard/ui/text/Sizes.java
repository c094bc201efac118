package dev.switchyard.ui.text;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Bytes and tokens as people read them.
public final class Sizes {
  private static final Pattern TYPED =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([KMGT]?)(?:I?B)?");

  /// Thousands as languages group them. A point groups only where no unit follows: `1.125 G` is a
  /// fraction.
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}(?:(?:,\\d{3})+(?!\\d)|(?:\\.\\d{3})+$).*");

  /// What Austria and Switzerland put between thousands.
  private static final Pattern GAP = Pattern.compile("(?<=\\d)[ \u00A0\u202F'’](?=\\d{3})");

  private static final String TYPED_UNITS = "KMGT";

  private Sizes() {}

  /// Binary units, as memory is sold and as a GPU's driver reports it: `512 B`, `406 MiB`, `18.4
  /// GiB`.
  ///
  /// @param bytes below 0 for a difference
  public static String bytes(long bytes, Locale locale) {
    if (bytes < 0) {
      return "−" + bytes(-bytes, locale);
    }
    if (bytes < 1024) {
      return bytes + " B";
    }
    var units = new String[] {"KiB", "MiB", "GiB", "TiB", "PiB"};
    double value = bytes / 1024.0;
    int unit = 0;
    while (value >= 1023.95 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(
        locale, unit < 2 && value >= 10 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }

  /// Context lengths that are multiples of 1024 as `64K`, others in full.
  public static String tokens(long tokens, Locale locale) {
    return tokens >= 1024 && tokens % 1024 == 0
        ? tokens / 1024 + "K"
        : String.format(locale, "%,d", tokens);
  }

  /// Amounts as people type them, whatever their language: `24G`, `24 GiB`, `1.5G`, `1,5G`,
  /// `65536`, `65,536`, `65.536`, `64K`. All units are binary.
  ///
  /// @return empty where it is none
  public static OptionalLong parse(String text) {
    var typed = GAP.matcher(text.strip()).replaceAll("").toUpperCase(Locale.ROOT);
    var match = TYPED.matcher(withPoint(typed));
    if (!match.matches()) {
      return OptionalLong.empty();
    }
    double value = Double.parseDouble(match.group(1));
    int power = match.group(2).isEmpty() ? 0 : TYPED_UNITS.indexOf(match.group(2)) + 1;
    return OptionalLong.of(Math.round(value * Math.pow(1024, power)));
  }

  /// Without groups, and with a point before a fraction.
  private static String withPoint(String typed) {
    if (!GROUPED.matcher(typed).matches()) {
      return typed.replace(',', '.');
    }
    return typed.replace(typed.contains(",") ? "," : ".", "");
  }
}
