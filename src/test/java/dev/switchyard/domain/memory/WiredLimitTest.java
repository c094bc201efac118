package dev.switchyard.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WiredLimitTest {
  private static final long GIB = 1L << 30;
  private static final long MIB = 1L << 20;

  /// What llama.cpp logs as `recommendedMaxWorkingSetSize` on Macs without a setting.
  @Test
  void givesByDefaultWhatMetalTells() {
    assertThat(WiredLimit.byDefault(16 * GIB).bytes() / MIB).isEqualTo(10922);
    assertThat(WiredLimit.byDefault(32 * GIB).bytes() / MIB).isEqualTo(21845);
    assertThat(WiredLimit.byDefault(36 * GIB).bytes()).isEqualTo(27 * GIB);
    assertThat(WiredLimit.byDefault(64 * GIB).bytes()).isEqualTo(48 * GIB);
  }

  @Test
  void takesWhatTheOwnerSetInMebibytes() {
    assertThat(WiredLimit.of(32 * GIB, 28672)).isEqualTo(new WiredLimit(28 * GIB, true));
  }

  @Test
  void readsZeroAsTheDefault() {
    assertThat(WiredLimit.of(32 * GIB, 0)).isEqualTo(WiredLimit.byDefault(32 * GIB));
  }

  @Test
  void neverExceedsTheMemory() {
    assertThat(WiredLimit.of(32 * GIB, Long.MAX_VALUE).bytes()).isEqualTo(32 * GIB);
  }
}
