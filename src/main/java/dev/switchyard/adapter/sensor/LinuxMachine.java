package dev.switchyard.adapter.sensor;

import java.nio.file.Path;
import java.util.List;

/// What Linux's kernel tells of the graphics cards by its files. OSHI finds them only with the
/// program `lspci`, and mixes up equal ones.
///
/// @param sys `/sys`
/// @param proc `/proc`
/// @param shared `/usr/share`
record LinuxMachine(Path sys, Path proc, Path shared) {
  /// In the order of their addresses.
  List<PciCard> cards() {
    return KernelFile.entries(sys.resolve("bus/pci/devices")).stream()
        .flatMap(folder -> PciCard.in(folder).stream())
        .toList();
  }
}
