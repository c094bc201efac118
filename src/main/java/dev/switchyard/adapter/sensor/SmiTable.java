package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tables of `nvidia-smi --format=csv,noheader,nounits`: a line for each card or process, its
/// fields parted by commas, amounts of memory in MiB, and words in brackets where there is no
/// figure: `[N/A]`, `[Not Supported]`, `[GPU requires reset]`.
final class SmiTable {
  /// The names stand last, since they alone may have a comma.
  static final String CARD_FIELDS =
      "pci.bus_id,memory.total,memory.free,utilization.gpu,temperature.gpu,name";

  static final String PROCESS_FIELDS = "gpu_bus_id,pid,used_gpu_memory,process_name";

  private static final int CARD_COUNT = 6;
  private static final int PROCESS_COUNT = 4;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
  private static final long MIB = 1L << 20;

  private SmiTable() {}

  /// One line of the processes' table.
  ///
  /// @param address of the card on the PCI bus
  /// @param bytes that it holds there, or why unknown
  record Use(String address, long pid, Known<Long> bytes) {}

  /// @param uses the other table, or why there is none
  static List<MemoryPool> cards(String text, Known<List<Use>> uses, RunningProcesses running) {
    return rows(text, CARD_COUNT)
        .flatMap(row ->
            PciCard.address(row[0]).stream()
                .map(address -> card(address, row, uses.map(all -> on(address, all, running)))))
        .sorted(Comparator.comparing(MemoryPool::id))
        .toList();
  }

  private static MemoryPool card(String address, String[] row, Known<List<GpuProcess>> processes) {
    var total = number(row[1]).map(mebibytes -> mebibytes * MIB);
    var gpu =
        new Gpu(
            address,
            false,
            number(row[3]).map(Long::doubleValue),
            number(row[4]).map(Long::doubleValue),
            processes,
            Optional.empty(),
            Optional.empty());
    return new MemoryPool(
        MemoryPool.Kind.VRAM, row[5], total, used(total, number(row[2])), Optional.of(gpu));
  }

  /// What the driver keeps for itself counts as used, so that the rest is free.
  private static Known<Long> used(Known<Long> total, Known<Long> freeMebibytes) {
    return total.flatMap(bytes -> freeMebibytes.map(free -> Math.max(0, bytes - free * MIB)));
  }

  private static List<GpuProcess> on(String address, List<Use> uses, RunningProcesses running) {
    return uses.stream()
        .filter(use -> use.address().equals(address))
        .sorted(Comparator.comparing((Use use) -> use.bytes().toOptional().orElse(0L)).reversed())
        .map(use -> running.process(use.pid(), use.bytes()))
        .toList();
  }

  static List<Use> uses(String text) {
    return rows(text, PROCESS_COUNT).flatMap(row -> use(row).stream()).toList();
  }

  private static Optional<Use> use(String[] row) {
    return number(row[1]) instanceof Known.Value<Long>(var pid)
        ? PciCard.address(row[0])
            .map(address -> new Use(address, pid, number(row[2]).map(amount -> amount * MIB)))
        : Optional.empty();
  }

  /// A last line without its end may be cut, and one with fewer fields is no row.
  private static Stream<String[]> rows(String text, int fields) {
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .map(line -> line.split(",", fields))
        .filter(row -> row.length == fields)
        .map(row -> Stream.of(row).map(String::strip).toArray(String[]::new));
  }

  private static Known<Long> number(String field) {
    return NUMBER.matcher(field).matches()
        ? Known.of(Long.parseLong(field))
        : Known.unknown(Message.of("memory.nvidia.smi-field", field));
  }

  /// What it says instead of a table.
  static Message refusal(String text) {
    if (text.contains("version mismatch")) {
      return Message.of("memory.nvidia.mismatch");
    }
    var first = text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    return Message.of("memory.nvidia.refused", first.orElse("nvidia-smi"));
  }
}
