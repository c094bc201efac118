package dev.switchyard.ui.text;

import java.util.Locale;

/// Bytes and tokens as people read them.
public final class Sizes {
  private Sizes() {}

  /// Binary units, as memory is sold and as a GPU's driver reports it: `512 B`, `406 MiB`, `18.4
  /// GiB`.
  public static String bytes(long bytes, Locale locale) {
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
}
