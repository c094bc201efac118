package dev.switchyard.adapter.sensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import oshi.hardware.GraphicsCard;
import oshi.util.gpu.NvmlUtilJNA;

/// How much memory of its own a graphics card has.
///
/// On Linux OSHI falls back to the size of the card's PCI window, which is not its memory (an
/// integrated GPU has a window too). So there only NVIDIA's library, which OSHI asks itself, and
/// the amdgpu driver's own files count.
final class VramTotals {
  private final boolean linux;
  private final BooleanSupplier nvidiaLibrary;
  private final Deque<Long> amd;

  /// @param drm the folder of graphics cards, `/sys/class/drm` on Linux
  VramTotals(boolean linux, BooleanSupplier nvidiaLibrary, Path drm) {
    this.linux = linux;
    this.nvidiaLibrary = nvidiaLibrary;
    this.amd = linux ? amdTotals(drm) : new ArrayDeque<>();
  }

  static VramTotals ofThisMachine() {
    var linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    return new VramTotals(linux, NvmlUtilJNA::isAvailable, Path.of("/sys/class/drm"));
  }

  /// In bytes, 0 where there is none or only a guess. Asked once per card, in OSHI's order, which
  /// is the order of the PCI bus as in the driver's files.
  long of(GraphicsCard card) {
    if (!linux) {
      return card.getVRam();
    }
    var vendor = card.getVendor().toLowerCase(Locale.ROOT);
    if (vendor.contains("nvidia")) {
      return nvidiaLibrary.getAsBoolean() ? card.getVRam() : 0;
    }
    var isAmd = vendor.contains("advanced micro devices") || vendor.contains("amd");
    return isAmd && !amd.isEmpty() ? amd.removeFirst() : 0;
  }

  private static Deque<Long> amdTotals(Path drm) {
    var totals = new ArrayDeque<Long>();
    try (Stream<Path> cards = Files.list(drm)) {
      cards
          .filter(card -> card.getFileName().toString().matches("card\\d+"))
          .sorted((a, b) -> Integer.compare(number(a), number(b)))
          .map(card -> card.resolve("device/mem_info_vram_total"))
          .filter(Files::isReadable)
          .forEach(file -> totals.add(bytes(file)));
    } catch (IOException _) {
      // No such folder: no driver that shows graphics cards.
      return totals;
    }
    return totals;
  }

  private static int number(Path card) {
    return Integer.parseInt(card.getFileName().toString().substring("card".length()));
  }

  private static long bytes(Path file) {
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException | NumberFormatException _) {
      return 0;
    }
  }
}
