package dev.switchyard.domain.memory;

/// How much of the memory that processor and GPU share on Apple silicon the GPU may take ("wire").
///
/// @param bytes that much at most
/// @param chosen whether the machine's owner set it (`sysctl iogpu.wired_limit_mb`); otherwise it
///   is the system's default as [#byDefault] assumes it
public record WiredLimit(long bytes, boolean chosen) {
  private static final long GIB = 1L << 30;
  private static final long MIB = 1L << 20;
  private static final long LARGE = 36 * GIB;

  /// What macOS gives without a setting. Apple documents no rule; this is what Metal tells as
  /// `recommendedMaxWorkingSetSize`, which llama.cpp logs: two thirds on Macs with 8 to 32 GB
  /// (21845 of 32768 MiB), three quarters from 36 GB on (27648 of 36864 MiB). macOS 26 was seen to
  /// give more on a large one (107.5 of 128 GiB), so that this is the least.
  public static WiredLimit byDefault(long totalBytes) {
    return new WiredLimit(totalBytes >= LARGE ? totalBytes / 4 * 3 : totalBytes / 3 * 2, false);
  }

  /// @param totalBytes of the memory, which no limit exceeds
  /// @param mebibytes the value of `iogpu.wired_limit_mb`; 0 is its default
  public static WiredLimit of(long totalBytes, long mebibytes) {
    return mebibytes <= 0
        ? byDefault(totalBytes)
        : new WiredLimit(mebibytes > totalBytes / MIB ? totalBytes : mebibytes * MIB, true);
  }
}
