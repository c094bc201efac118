package dev.switchyard.cli;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.ArrayList;
import java.util.List;

/// What is said of a pool of memory: how much of it is in use, and below that what its GPU does.
final class PoolLines {
  private PoolLines() {}

  static List<Message> ram(MemoryPool pool) {
    return lines(Message.of("cli.status.memory", amounts(pool)), pool);
  }

  /// @param label what tells it from a card of the same name
  static List<Message> gpu(String label, MemoryPool pool) {
    var key = pool.isIntegrated() ? "cli.status.gpu-integrated" : "cli.status.gpu";
    return lines(Message.of(key, label, amounts(pool)), pool);
  }

  private static List<Message> lines(Message first, MemoryPool pool) {
    var lines = new ArrayList<Message>();
    lines.add(first);
    pool.gpu().ifPresent(gpu -> addState(lines, gpu));
    return lines;
  }

  /// What is not known is left out here; `--json` has the reasons.
  private static void addState(List<Message> lines, Gpu gpu) {
    gpu.staleSince()
        .ifPresent(since -> lines.add(Message.of("cli.status.gpu.stale", since.toString())));
    gpu.wiredLimit()
        .ifPresent(limit ->
            lines.add(
                Message.of(
                    limit.chosen() ? "cli.status.gpu.limit" : "cli.status.gpu.limit-assumed",
                    new Bytes(limit.bytes()))));
    gpu.utilizationPercent()
        .toOptional()
        .ifPresent(busy -> lines.add(Message.of("cli.status.gpu.busy", busy)));
    gpu.temperatureCelsius()
        .toOptional()
        .ifPresent(celsius -> lines.add(Message.of("cli.status.gpu.temperature", celsius)));
    gpu.processes()
        .toOptional()
        .ifPresent(processes -> processes.forEach(process -> lines.add(line(process))));
  }

  private static Message line(GpuProcess process) {
    return Message.of(
        "cli.status.gpu.process",
        process.name(),
        String.valueOf(process.pid()),
        process.bytes().orReason(Bytes::new));
  }

  /// One reason where neither figure is known.
  private static Message amounts(MemoryPool pool) {
    return pool.totalBytes() instanceof Known.Unknown<Long>(var reason)
        ? reason
        : Message.of(
            "cli.status.amounts",
            pool.usedBytes().orReason(Bytes::new),
            pool.totalBytes().orReason(Bytes::new));
  }
}
