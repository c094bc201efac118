package dev.switchyard.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Tells contents apart without holding them.
///
/// @param text the SHA-256 of the content in hexadecimal digits, or [#ABSENT]
public record Fingerprint(String text) {
  /// Of a file that is not there.
  public static final Fingerprint ABSENT = new Fingerprint("absent");

  private static final int SHORT = 16;

  public static Fingerprint of(Optional<byte[]> content) {
    return content.map(Fingerprint::of).orElse(ABSENT);
  }

  public static Fingerprint of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Fingerprint of(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new Fingerprint(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Enough digits of it for the name of a file; [#ABSENT] has none.
  public String shortText() {
    return text.substring(0, SHORT);
  }
}
