package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Linux's kernel tells of the machine by its files. OSHI reads the same ones, but finds
/// graphics cards only with the program `lspci`, and loads a native library before the first
/// figure.
///
/// @param sys `/sys`
/// @param proc `/proc`
/// @param shared `/usr/share`
record LinuxMachine(Path sys, Path proc, Path shared) {
  /// A line that was cut has no unit.
  private static final Pattern FIGURE = Pattern.compile("(\\w+):\\s+(\\d{1,15}) kB");

  /// @throws PortException FAILED where `/proc/meminfo` cannot be read
  MemoryPool ram() throws PortException {
    var lines = memoryLines();
    var total = figure(lines, "MemTotal");
    var used =
        switch (figure(lines, "MemAvailable")) {
          case Known.Value<Long>(var available) ->
              total.map(bytes -> Math.max(0, bytes - available));
          case Known.Unknown<Long> unknown -> unknown;
        };
    return new MemoryPool(MemoryPool.Kind.RAM, "", total, used, Optional.empty());
  }

  private List<String> memoryLines() throws PortException {
    var file = proc.resolve("meminfo");
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new PortException(
          PortException.Kind.FAILED,
          Message.of("memory.file.failed", file.toString(), String.valueOf(e.getMessage())),
          e);
    }
  }

  /// In bytes; `kB` means KiB there.
  private Known<Long> figure(List<String> lines, String name) {
    for (var line : lines) {
      var found = FIGURE.matcher(line);
      if (found.matches() && found.group(1).equals(name)) {
        return Known.of(Long.parseLong(found.group(2)) << 10);
      }
    }
    return Known.unknown(
        Message.of("memory.file.no-line", proc.resolve("meminfo").toString(), name));
  }

  /// In the order of their addresses.
  List<PciCard> cards() {
    return KernelFile.entries(sys.resolve("bus/pci/devices")).stream()
        .flatMap(folder -> PciCard.in(folder).stream())
        .toList();
  }
}
