package dev.switchyard.adapter.sensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a kernel, in a folder: `sys`, `proc` and `share`.
final class FakeLinux {
  static final long GIB = 1L << 30;

  private final Path root;

  FakeLinux(Path root) {
    this.root = root;
  }

  LinuxMachine machine() {
    return new LinuxMachine(path("sys"), path("proc"), path("share"));
  }

  Path path(String name) {
    return root.resolve(name);
  }

  void write(String name, String content) {
    try {
      var file = path(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A device on the bus.
  Card card(String address, String vendor, String device) {
    var card = new Card(address);
    card.with("class", "0x030000").with("vendor", vendor).with("device", device);
    return card.with("revision", "0xc8");
  }

  /// An AMD card as amdgpu shows it.
  Card amd(String address, long total, long used) {
    return card(address, "0x1002", "0x744c")
        .runBy("amdgpu")
        .with("mem_info_vram_total", String.valueOf(total))
        .with("mem_info_vram_used", String.valueOf(used))
        .with("gpu_busy_percent", "37")
        .with("hwmon/hwmon3/temp1_input", "61000");
  }

  Card nvidia(String address) {
    return card(address, "0x10de", "0x2204").runBy("nvidia");
  }

  /// A process that runs, with what it was started with.
  void process(long pid, String... words) {
    write("proc/" + pid + "/cmdline", String.join("\0", words) + "\0");
  }

  final class Card {
    private final String address;

    private Card(String address) {
      this.address = address;
    }

    /// A file of it with one line.
    Card with(String file, String line) {
      return withText(file, line + "\n");
    }

    Card withText(String file, String text) {
      write("sys/bus/pci/devices/" + address + "/" + file, text);
      return this;
    }

    Card without(String file) {
      try {
        Files.delete(path("sys/bus/pci/devices/" + address + "/" + file));
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Card runBy(String driver) {
      try {
        var folder = Files.createDirectories(path("sys/bus/pci/drivers/" + driver));
        Files.createSymbolicLink(path("sys/bus/pci/devices/" + address + "/driver"), folder);
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
