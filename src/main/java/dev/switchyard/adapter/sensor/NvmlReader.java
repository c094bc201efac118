package dev.switchyard.adapter.sensor;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one of NVIDIA's cards through an open session.
final class NvmlReader {
  /// `nvmlProcessInfo_t`: the pid, and the bytes at 8.
  private static final int PROCESS = 24;

  private static final int PROCESS_BYTES = 8;
  private static final int EXPECTED_PROCESSES = 32;
  private static final int MOST_PROCESSES = 1 << 16;

  /// What the library tells of a program whose memory Windows itself looks after.
  private static final long NOT_AVAILABLE = -1;

  private static final int CORE_TEMPERATURE = 0;

  private final NvmlLibrary library;
  private final RunningProcesses running;

  NvmlReader(NvmlLibrary library, RunningProcesses running) {
    this.library = library;
    this.running = running;
  }

  MemoryPool read(NvmlSession.Card card) {
    var memory = memory(card.handle());
    return new MemoryPool(
        MemoryPool.Kind.VRAM,
        card.name(),
        memory.map(Amounts::total),
        memory.map(Amounts::used),
        Optional.of(
            new Gpu(
                card.id(),
                false,
                busy(card),
                temperature(card.whole()),
                processes(card.handle()),
                Optional.empty(),
                Optional.empty())));
  }

  private record Amounts(long total, long used) {}

  /// Bytes. What the driver keeps for itself counts as used, so that the rest is free.
  private Known<Amounts> memory(Pointer handle) {
    var amounts = new Memory(3 * Long.BYTES);
    int code = library.call("nvmlDeviceGetMemoryInfo", handle, amounts);
    if (code != NvmlLibrary.SUCCESS) {
      return Known.unknown(library.reason(code));
    }
    long total = amounts.getLong(0);
    long free = amounts.getLong(Long.BYTES);
    return total <= 0 || free < 0 || free > total
        ? Known.unknown(Message.of("memory.nvidia.not-supported"))
        : Known.of(new Amounts(total, total - free));
  }

  private Known<Double> busy(NvmlSession.Card card) {
    if (card.isPart()) {
      return Known.unknown(Message.of("memory.nvidia.divided"));
    }
    var rates = new Memory(2 * Integer.BYTES);
    return figure(library.call("nvmlDeviceGetUtilizationRates", card.whole(), rates), rates);
  }

  private Known<Double> temperature(Pointer whole) {
    var degrees = new Memory(Integer.BYTES);
    return figure(
        library.call("nvmlDeviceGetTemperature", whole, CORE_TEMPERATURE, degrees), degrees);
  }

  private Known<Double> figure(int code, Memory out) {
    return code == NvmlLibrary.SUCCESS
        ? Known.of((double) out.getInt(0))
        : Known.unknown(library.reason(code));
  }

  /// Those that compute, and those that draw: a server may run its models through Vulkan.
  private Known<List<GpuProcess>> processes(Pointer handle) {
    var held = new HashMap<Long, Known<Long>>();
    int computing = list("nvmlDeviceGetComputeRunningProcesses", handle, held);
    int drawing = list("nvmlDeviceGetGraphicsRunningProcesses", handle, held);
    if (computing != NvmlLibrary.SUCCESS && drawing != NvmlLibrary.SUCCESS) {
      return Known.unknown(library.reason(computing));
    }
    return Known.of(
        held.entrySet().stream()
            .sorted(Comparator.comparingLong(NvmlReader::negativeBytes))
            .map(entry -> running.process(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static long negativeBytes(Map.Entry<Long, Known<Long>> entry) {
    return -entry.getValue().toOptional().orElse(0L);
  }

  private int list(String function, Pointer handle, Map<Long, Known<Long>> held) {
    var count = new Memory(Integer.BYTES);
    count.setInt(0, EXPECTED_PROCESSES);
    int code = list(function, handle, count, held);
    if (code == NvmlLibrary.INSUFFICIENT_SIZE) {
      // It has told how many there are; some may start meanwhile.
      count.setInt(0, Math.clamp(count.getInt(0), 0, MOST_PROCESSES) + EXPECTED_PROCESSES);
      code = list(function, handle, count, held);
    }
    return code;
  }

  private int list(String function, Pointer handle, Memory count, Map<Long, Known<Long>> held) {
    int room = count.getInt(0);
    var infos = new Memory((long) room * PROCESS);
    int code = newest(function, handle, count, infos);
    for (int i = 0; code == NvmlLibrary.SUCCESS && i < Math.min(count.getInt(0), room); i++) {
      long bytes = infos.getLong((long) i * PROCESS + PROCESS_BYTES);
      held.put(
          Integer.toUnsignedLong(infos.getInt((long) i * PROCESS)),
          bytes == NOT_AVAILABLE
              ? Known.unknown(Message.of("memory.nvidia.not-supported"))
              : Known.of(bytes));
    }
    return code;
  }

  /// Both versions fill in the same; the older one is all that drivers before 510 have.
  private int newest(String function, Pointer handle, Memory count, Memory infos) {
    int code = library.call(function + "_v3", handle, count, infos);
    return code == NvmlLibrary.FUNCTION_NOT_FOUND
        ? library.call(function + "_v2", handle, count, infos)
        : code;
  }
}
