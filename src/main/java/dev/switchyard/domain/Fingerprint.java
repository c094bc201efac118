package dev.switchyard.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Tells contents of a file apart without holding them.
///
/// @param text the SHA-256 of the content in hexadecimal digits, or [#ABSENT]
public record Fingerprint(String text) {
  /// Of a file that is not there.
  public static final Fingerprint ABSENT = new Fingerprint("absent");

  public static Fingerprint of(Optional<byte[]> content) {
    return content.map(Fingerprint::of).orElse(ABSENT);
  }

  public static Fingerprint of(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new Fingerprint(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
