package dev.switchyard.adapter.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.doctor.ServerMachine.WindowsHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether this Linux runs as WSL, and by which addresses it may reach its Windows: that of the
/// default route, then the server of names, which is Windows too unless it was changed.
///
/// Source: Microsoft's documentation, and proc(5) for the forms of the files. With mirrored
/// networks WSL has an interface `loopback0`.
final class WindowsBelowLinux {
  private final OperatingSystem system;
  private final Path root;

  /// @param root where the system's folders begin
  WindowsBelowLinux(OperatingSystem system, Path root) {
    this.system = system;
    this.root = root;
  }

  Known<Optional<WindowsHost>> find() {
    var version = root.resolve("proc/version");
    if (system != OperatingSystem.LINUX || Files.notExists(version)) {
      return Known.of(Optional.empty());
    }
    try {
      if (!Files.readString(version).toLowerCase(Locale.ROOT).contains("microsoft")) {
        return Known.of(Optional.empty());
      }
      var addresses = Stream.concat(gateways(), nameServers()).distinct().limit(2).toList();
      return Known.of(
          Optional.of(
              new WindowsHost(Files.exists(root.resolve("sys/class/net/loopback0")), addresses)));
    } catch (IOException e) {
      return Known.unknown(Message.of("doctor.unknown.wsl", String.valueOf(e.getMessage())));
    }
  }

  /// The fields are interface, destination and gateway, both addresses backwards in hexadecimal.
  private Stream<String> gateways() throws IOException {
    return lines("proc/net/route")
        .map(line -> line.split("\\s+"))
        .filter(fields -> fields.length > 2 && fields[1].equals("00000000"))
        .map(fields -> fields[2])
        .filter(gateway -> gateway.matches("[0-9A-Fa-f]{8}") && !gateway.equals("00000000"))
        .map(WindowsBelowLinux::address);
  }

  private static String address(String backwards) {
    long value = Long.parseLong(backwards, 16);
    return "%d.%d.%d.%d"
        .formatted(value & 255, value >> 8 & 255, value >> 16 & 255, value >> 24 & 255);
  }

  private Stream<String> nameServers() throws IOException {
    return lines("etc/resolv.conf")
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 1 && words[0].equals("nameserver"))
        .map(words -> words[1])
        .filter(address -> address.matches("(10|172|192)\\.[0-9.]+"));
  }

  private Stream<String> lines(String file) throws IOException {
    var path = root.resolve(file);
    return Files.isRegularFile(path) ? Files.readAllLines(path).stream() : Stream.empty();
  }
}
