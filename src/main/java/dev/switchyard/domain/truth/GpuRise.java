package dev.switchyard.domain.truth;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far the used memory of one GPU rose while a model was loaded: a witness where the driver
/// does not tell what the runner's process holds. What other programs took or gave back meanwhile
/// is in it too, so a change of theirs that can be seen makes it worth nothing.
///
/// @param gpu what the person calls it
/// @param bytes above 0
public record GpuRise(String gpu, long bytes) {
  /// What drivers and desktops move all the time.
  private static final long NOISE = 48L << 20;

  /// @param now read when the load had settled: who moves between its end and now moved during it
  ///   as well
  /// @return of each GPU whose use rose; unknown as soon as one of them cannot be relied on
  static Known<List<GpuRise>> of(WitnessedLoad load, MemoryReading now) {
    if (load.othersMoved()) {
      return Known.unknown(Message.of("truth.unknown.rise.models"));
    }
    var rises = new ArrayList<GpuRise>();
    for (var gpu : load.before().gpus().toOptional().orElse(List.of())) {
      switch (rise(gpu, same(gpu, load.after()), same(gpu, now))) {
        case Known.Unknown<Long>(var reason) -> {
          return Known.unknown(reason);
        }
        case Known.Value<Long>(var bytes) -> {
          if (bytes > 0) {
            rises.add(new GpuRise(load.before().label(gpu), bytes));
          }
        }
      }
    }
    return Known.of(List.copyOf(rises));
  }

  private static Optional<MemoryPool> same(MemoryPool gpu, MemoryReading other) {
    return other.gpus().toOptional().orElse(List.of()).stream()
        .filter(one -> one.id().equals(gpu.id()))
        .findFirst();
  }

  private static Known<Long> rise(
      MemoryPool before, Optional<MemoryPool> after, Optional<MemoryPool> now) {
    var used = used(Optional.of(before));
    var loaded = used(after);
    var settled = used(now);
    if (used.isEmpty() || loaded.isEmpty() || settled.isEmpty()) {
      return Known.unknown(Message.of("truth.unknown.rise.unread", before.name()));
    }
    long moved = Math.abs(settled.get() - loaded.get());
    if (moved > NOISE) {
      return Known.unknown(Message.of("truth.unknown.rise.noise", before.name(), new Bytes(moved)));
    }
    long rise = loaded.get() - used.get();
    return rise < -NOISE || after.filter(then -> othersMoved(before, then)).isPresent()
        ? Known.unknown(Message.of("truth.unknown.rise.others", before.name()))
        : Known.of(Math.max(0, rise));
  }

  /// Empty also where the driver did not answer and the figure is an earlier one.
  private static Optional<Long> used(Optional<MemoryPool> gpu) {
    return gpu.filter(one -> one.staleSince().isEmpty())
        .flatMap(one -> one.usedBytes().toOptional());
  }

  /// Where the driver names no programs, none of them can be accused.
  private static boolean othersMoved(MemoryPool before, MemoryPool after) {
    var then = others(before);
    var now = others(after);
    return then.isPresent() && now.isPresent() && !alike(then.get(), now.get());
  }

  private static boolean alike(Map<Long, Known<Long>> before, Map<Long, Known<Long>> after) {
    return before.keySet().equals(after.keySet())
        && before.entrySet().stream()
            .allMatch(
                one -> alike(one.getValue(), after.getOrDefault(one.getKey(), one.getValue())));
  }

  private static boolean alike(Known<Long> before, Known<Long> after) {
    var then = before.toOptional();
    return after
        .toOptional()
        .flatMap(now -> then.map(bytes -> Math.abs(now - bytes) <= NOISE))
        .orElse(true);
  }

  private static Optional<Map<Long, Known<Long>>> others(MemoryPool gpu) {
    return gpu.gpu().map(Gpu::processes).flatMap(Known::toOptional).map(GpuRise::others);
  }

  private static Map<Long, Known<Long>> others(List<GpuProcess> processes) {
    var others = new HashMap<Long, Known<Long>>();
    processes.stream()
        .filter(process -> !process.modelRunner())
        .forEach(process -> others.put(process.pid(), process.bytes()));
    return others;
  }
}
