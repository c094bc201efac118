package dev.switchyard.adapter.sensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A graphics card as Linux lists it on the PCI bus, which the kernel knows without asking the
/// driver.
///
/// @param address `domain:bus:device.function` in hexadecimal, such as `0000:01:00.0`
/// @param vendor the maker's number on the PCI bus
/// @param device the maker's number of the product
/// @param revision of the product
/// @param driver the kernel's driver that runs it, if any
/// @param folder its folder in `/sys/bus/pci/devices`
record PciCard(
    String address, int vendor, int device, int revision, Optional<String> driver, Path folder) {
  static final int NVIDIA = 0x10de;
  static final int AMD = 0x1002;
  static final int INTEL = 0x8086;

  /// The three classes of display controllers begin with this byte.
  private static final String DISPLAY = "0x03";

  /// Intel's GPUs inside the processor always have this place; its cards are behind a bridge.
  private static final String INTEL_INTEGRATED = "0000:00:02.0";

  private static final Pattern ADDRESS =
      Pattern.compile("([0-9a-f]{1,8}):([0-9a-f]{2}:[0-9a-f]{2}\\.[0-7])");

  /// @param folder of any device; empty where it is no graphics card of the makers that model
  ///   servers know: a virtual machine's display or a server board's console runs no model
  static Optional<PciCard> in(Path folder) {
    if (!text(folder, "class").startsWith(DISPLAY)) {
      return Optional.empty();
    }
    int vendor = number(folder, "vendor");
    if (vendor != NVIDIA && vendor != AMD && vendor != INTEL) {
      return Optional.empty();
    }
    return Optional.of(
        new PciCard(
            folder.getFileName().toString(),
            vendor,
            number(folder, "device"),
            number(folder, "revision"),
            driver(folder),
            folder));
  }

  private static int number(Path folder, String file) {
    try {
      return Integer.decode(text(folder, file));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static String text(Path folder, String file) {
    return new KernelFile(folder.resolve(file)).text().orElse("");
  }

  private static Optional<String> driver(Path folder) {
    try {
      return Optional.of(folder.resolve("driver").toRealPath().getFileName().toString());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  String maker() {
    return switch (vendor) {
      case NVIDIA -> "NVIDIA";
      case AMD -> "AMD";
      default -> "Intel";
    };
  }

  boolean isRunBy(String name) {
    return driver.filter(name::equals).isPresent();
  }

  /// Whether it is a part of the processor. AMD's driver tells the voltage of a processor's
  /// northbridge ("vddnb") for these alone.
  boolean isIntegrated() {
    return switch (vendor) {
      case INTEL -> address.equals(INTEL_INTEGRATED);
      case AMD -> hwmon("in1_label").isPresent();
      default -> false;
    };
  }

  /// Whether the system has switched it off to save power; some questions would wake it.
  boolean isAsleep() {
    return text(folder, "power/runtime_status").equals("suspended");
  }

  /// A file of its sensors, in the folder that the kernel has numbered.
  Optional<KernelFile> hwmon(String file) {
    return KernelFile.entries(folder.resolve("hwmon")).stream()
        .map(sensors -> sensors.resolve(file))
        .filter(Files::exists)
        .findFirst()
        .map(KernelFile::new);
  }

  /// An address as the kernel writes it, of one as NVIDIA's programs do (`00000000:01:00.0`); empty
  /// where it is none.
  static Optional<String> address(String text) {
    var parts = ADDRESS.matcher(text.strip().toLowerCase(Locale.ROOT));
    return parts.matches()
        ? Optional.of(
            "%04x:%s".formatted(Integer.parseUnsignedInt(parts.group(1), 16), parts.group(2)))
        : Optional.empty();
  }
}
