package dev.switchyard.domain.fit;

import java.util.Locale;
import java.util.Optional;

/// How the KV cache stores its numbers: the server's `OLLAMA_KV_CACHE_TYPE`. Blocks of 32 elements
/// take these bytes.
///
/// Source: ggml's block sizes; `f16`, `q8_0` and `q4_0` were measured.
public enum KvType {
  F32(128),
  F16(64),
  BF16(64),
  Q8_0(34),
  Q5_1(24),
  Q5_0(22),
  Q4_1(20),
  Q4_0(18);

  private static final int BLOCK = 32;

  private final int bytesPerBlock;

  KvType(int bytesPerBlock) {
    this.bytesPerBlock = bytesPerBlock;
  }

  /// Empty for a type that is not known.
  public static Optional<KvType> parse(String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    for (var type : values()) {
      if (type.name().equals(upper)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a cache of another type would take in this one.
  ///
  /// @param bytes its bytes now
  public long insteadOf(KvType other, long bytes) {
    return bytes / other.bytesPerBlock * bytesPerBlock;
  }

  boolean isSmallerThan(KvType other) {
    return bytesPerBlock < other.bytesPerBlock;
  }

  boolean isQuantized() {
    return bytesPerBlock < F16.bytesPerBlock;
  }

  long bytes(long elements) {
    return elements * bytesPerBlock / BLOCK;
  }
}
