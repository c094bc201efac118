package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.List;
import java.util.Optional;

/// One graphics card whose driver tells its figures in the kernel's files, or tells none.
///
/// `amdgpu` has `mem_info_vram_total` and `mem_info_vram_used` (bytes) and `gpu_busy_percent`; any
/// driver may have `hwmon`'s `temp1_input` (thousandths of a degree Celsius). Intel's drivers tell
/// neither memory nor load there.
final class DrmCard implements GpuSource {
  private static final long MOST_BYTES = 1L << 50;
  private static final long MILLI = 1000;

  private final PciCard card;
  private final String name;
  private final CardProcesses processes;
  private final boolean integrated;

  DrmCard(PciCard card, String name, CardProcesses processes) {
    this.card = card;
    this.name = name;
    this.processes = processes;
    integrated = card.isIntegrated();
  }

  @Override
  public Cards read() {
    var total = bytes("mem_info_vram_total");
    if (integrated && !(total instanceof Known.Value<Long>)) {
      return new Cards(List.of(), List.of(name));
    }
    return Cards.of(pool(total, used(total), gpu()));
  }

  @Override
  public Cards unread(Message reason) {
    return Cards.of(MemoryPool.unknownGpu(card.address(), name, integrated, reason));
  }

  private MemoryPool pool(Known<Long> total, Known<Long> used, Gpu gpu) {
    return new MemoryPool(MemoryPool.Kind.VRAM, name, total, used, Optional.of(gpu));
  }

  private Gpu gpu() {
    if (card.isAsleep()) {
      var asleep = Message.of("memory.gpu.asleep");
      return gpu(Known.unknown(asleep), Known.unknown(asleep), processes.of(card));
    }
    return gpu(busy(), temperature(), processes.of(card));
  }

  private Gpu gpu(Known<Double> busy, Known<Double> temperature, Known<List<GpuProcess>> users) {
    return new Gpu(
        card.address(), integrated, busy, temperature, users, Optional.empty(), Optional.empty());
  }

  private Known<Long> used(Known<Long> total) {
    return total.flatMap(
        bytes -> new KernelFile(card.folder().resolve("mem_info_vram_used")).number(0, bytes));
  }

  private Known<Long> bytes(String file) {
    return card.isRunBy("amdgpu")
        ? new KernelFile(card.folder().resolve(file)).number(1, MOST_BYTES)
        : Known.unknown(untold());
  }

  private Known<Double> busy() {
    return card.isRunBy("amdgpu")
        ? new KernelFile(card.folder().resolve("gpu_busy_percent"))
            .number(0, 100)
            .map(Long::doubleValue)
        : Known.unknown(untold());
  }

  private Known<Double> temperature() {
    return card.hwmon("temp1_input")
        .or(() -> card.hwmon("temp2_input"))
        .map(file -> file.number(-50 * MILLI, 200 * MILLI).map(milli -> milli / (double) MILLI))
        .orElseGet(() -> Known.unknown(untold()));
  }

  private Message untold() {
    return card.driver()
        .map(driver -> Message.of("memory.gpu.untold", driver))
        .orElseGet(() -> Message.of("memory.gpu.no-driver"));
  }
}
