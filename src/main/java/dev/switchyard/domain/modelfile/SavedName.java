package dev.switchyard.domain.modelfile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How a variant's name becomes a file's name and back. What a file system does not take, or mixes
/// up, is written as `%` and two hexadecimal digits per byte of UTF-8: `team/gemma4:64k` is kept as
/// `team%2Fgemma4%3A64k`.
///
/// Capital letters are written so as well, because on Windows and macOS `Coder` and `coder` are one
/// file while Ollama keeps what was typed; and so is the first letter of Windows' reserved device
/// names.
public final class SavedName {
  private static final String SAFE = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
  private static final int MAX_FILE_NAME_BYTES = 255;

  private SavedName() {}

  /// The file's name, or empty where the name has none: it is empty, or too long for any file
  /// system.
  public static Optional<String> toFileName(String name) {
    var encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = SAFE.indexOf(c) >= 0 && !(encoded.isEmpty() && c == '.');
      encoded.append(plain ? String.valueOf(c) : escape(b));
    }
    guardDevice(encoded);
    guardLastDot(encoded);
    return encoded.isEmpty() || encoded.length() > MAX_FILE_NAME_BYTES
        ? Optional.empty()
        : Optional.of(encoded.toString());
  }

  /// The name as it was typed. Files that a person put there by hand, as the guide does, keep their
  /// own names; empty for one that is no text.
  public static Optional<String> fromFileName(String fileName) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < fileName.length(); ) {
      if (isEscape(fileName, i)) {
        bytes.write(Integer.parseInt(fileName.substring(i + 1, i + 3), 16));
        i += 3;
      } else {
        int c = fileName.codePointAt(i);
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  /// Windows reserves `con`, `nul`, `com1` and more, also with an ending such as `con.txt`.
  private static void guardDevice(StringBuilder encoded) {
    int dot = encoded.indexOf(".");
    var stem = dot < 0 ? encoded.toString() : encoded.substring(0, dot);
    if (DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]")) {
      encoded.replace(0, 1, escape((byte) encoded.charAt(0)));
    }
  }

  /// Windows drops a dot at the end of a name.
  private static void guardLastDot(StringBuilder encoded) {
    int last = encoded.length() - 1;
    if (last >= 0 && encoded.charAt(last) == '.') {
      encoded.replace(last, last + 1, escape((byte) '.'));
    }
  }

  private static String escape(byte b) {
    return "%%%02X".formatted(b & 0xff).toUpperCase(Locale.ROOT);
  }
}
