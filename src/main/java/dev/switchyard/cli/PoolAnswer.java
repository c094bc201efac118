package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.List;

/// The fields of a pool of memory.
final class PoolAnswer {
  private PoolAnswer() {}

  static void ram(Answer answer, MemoryPool pool) {
    amounts(answer, pool);
    pool.gpu()
        .ifPresent(gpu -> {
          gpu.wiredLimit()
              .ifPresent(limit ->
                  answer
                      .put("gpuLimitBytes", limit.bytes())
                      .put("gpuLimitAssumed", !limit.chosen()));
          state(answer, gpu);
        });
  }

  static void gpu(Answer answer, MemoryPool pool) {
    answer.put("name", pool.name()).put("id", pool.id()).put("integrated", pool.isIntegrated());
    amounts(answer, pool);
    pool.gpu().ifPresent(gpu -> state(answer, gpu));
  }

  private static void amounts(Answer answer, MemoryPool pool) {
    answer.put("totalBytes", pool.totalBytes()).put("usedBytes", pool.usedBytes());
  }

  private static void state(Answer answer, Gpu gpu) {
    answer
        .put("utilizationPercent", gpu.utilizationPercent())
        .put("temperatureCelsius", gpu.temperatureCelsius());
    switch (gpu.processes()) {
      case Known.Value<List<GpuProcess>>(var processes) ->
          answer.objects("processes", processes, PoolAnswer::process);
      case Known.Unknown<List<GpuProcess>>(var reason) -> answer.unknown("processes", reason);
    }
    answer.put("staleSince", gpu.staleSince());
  }

  private static void process(Answer answer, GpuProcess process) {
    answer
        .put("pid", process.pid())
        .put("program", process.program())
        .put("modelRunner", process.modelRunner())
        .put("bytes", process.bytes());
  }
}
