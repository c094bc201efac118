package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;

/// How much a model may take before it no longer fits where it is wanted, not even beside it, and
/// not at all.
///
/// @param onGpu whether it is wanted on GPUs
/// @param wanted bytes where it is wanted: on all GPUs beside their reserve, or in RAM
/// @param all bytes on GPUs and in RAM together
/// @param most bytes with what can be moved out to disk
record Room(boolean onGpu, Known<Long> wanted, Known<Long> all, Known<Long> most) {
  /// @param reserve bytes that stay free on each GPU
  static Room of(Hardware hardware, Engine engine, long reserve) {
    long gpus = hardware.freeGpus().stream().mapToLong(free -> Math.max(0, free - reserve)).sum();
    boolean onGpu = !hardware.freeGpus().isEmpty();
    var all = hardware.freeRam().map(ram -> gpus + ram);
    // The older engines counted free swap as memory and refused what is larger; llama-server does
    // not look. Where the size of the swap is not known, no more than the RAM's is taken for
    // possible.
    var most =
        hardware
            .freeRam()
            .map(ram -> gpus + ram + hardware.swap().orElse(engine.refusesTooLarge() ? 0 : ram));
    return new Room(onGpu, onGpu ? Known.of(gpus) : all, all, most);
  }

  /// What a model of this size meets; unknown where the free RAM is not known and matters.
  Known<Verdict> verdict(long bytes) {
    return switch (wanted) {
      case Known.Unknown<Long>(var reason) -> Known.unknown(reason);
      case Known.Value<Long>(var room) when bytes <= room -> Known.of(Verdict.FITS);
      case Known.Value<Long> _ -> beyond(bytes);
    };
  }

  private Known<Verdict> beyond(long bytes) {
    return switch (all) {
      case Known.Unknown<Long>(var reason) -> Known.unknown(reason);
      case Known.Value<Long>(var room) when bytes <= room -> Known.of(Verdict.SPLITS);
      case Known.Value<Long> _ ->
          most.map(room -> bytes <= room ? Verdict.SWAPS : Verdict.CANNOT_LOAD);
    };
  }
}
