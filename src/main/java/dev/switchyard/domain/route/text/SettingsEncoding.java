package dev.switchyard.domain.route.text;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

/// How a settings file is encoded. Claude Code 2.1.330 reads UTF-8 with and without byte order mark
/// and UTF-16 with one, little end first; Switchyard reads all three to tell the truth about a
/// route, and writes UTF-8 files only.
final class SettingsEncoding {
  private SettingsEncoding() {}

  static boolean isUtf16(byte[] bytes) {
    return startsWith(bytes, 0xFF, 0xFE);
  }

  /// JSON in UTF-8 holds none: a zero in a text is written as an escape.
  static boolean holdsZero(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  static boolean startsWithUtf8Mark(byte[] bytes) {
    return startsWith(bytes, 0xEF, 0xBB, 0xBF);
  }

  /// The same text as UTF-8, with bytes that are no text replaced as Claude Code's runtime replaces
  /// them.
  static byte[] toUtf8(byte[] bytes) {
    var charset = isUtf16(bytes) ? UTF_16LE : UTF_8;
    var start = charset.equals(UTF_8) ? 0 : 2;
    return new String(bytes, start, bytes.length - start, charset).getBytes(UTF_8);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
