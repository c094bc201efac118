package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.GpuProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who holds memory of a card that is not NVIDIA's, from what Linux tells.
///
/// Every program that computes on an AMD card through ROCm stands in the kernel's table of those
/// (`/sys/class/kfd`), for everybody to read. What a program holds through Vulkan stands only in
/// its own `fdinfo`, which its owner may read; looking through all programs for that would cost
/// more than the figure is worth, so that only the processes in which Ollama runs models are looked
/// at, and not at each reading.
final class CardProcesses {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final ComputeTable table;
  private final RunningProcesses running;
  private final Clock clock;
  private Instant next = Instant.MIN;
  private List<Long> runners = List.of();

  CardProcesses(LinuxMachine machine, Clock clock) {
    table = new ComputeTable(machine.sys().resolve("class/kfd/kfd"));
    running = new RunningProcesses(machine.proc());
    this.clock = clock;
  }

  /// The largest first, or why nothing can be told.
  Known<List<GpuProcess>> of(PciCard card) {
    var held = new HashMap<>(table.held(card));
    boolean hidden = false;
    for (long runner : runners()) {
      var drm = DrmClients.held(running.folder(runner), card.address());
      hidden |= drm.isEmpty() && !held.containsKey(runner);
      drm.filter(bytes -> bytes > 0).ifPresent(bytes -> held.merge(runner, bytes, Math::max));
    }
    return held.isEmpty() && hidden
        ? Known.unknown(Message.of("memory.gpu.processes-hidden"))
        : Known.of(processes(held));
  }

  private List<GpuProcess> processes(Map<Long, Long> held) {
    return held.entrySet().stream()
        .sorted(Map.Entry.<Long, Long>comparingByValue(Comparator.reverseOrder()))
        .map(entry -> running.process(entry.getKey(), Known.of(entry.getValue())))
        .toList();
  }

  private synchronized List<Long> runners() {
    var now = clock.instant();
    if (!now.isBefore(next)) {
      next = now.plus(INTERVAL);
      runners = running.modelRunners();
    }
    return runners;
  }
}
