package dev.switchyard.adapter.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.doctor.ServerMachine.WindowsHost;
import dev.switchyard.domain.whereabouts.NetworkFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      if (!NetworkFiles.isWsl(Files.readString(version))) {
        return Known.of(Optional.empty());
      }
      var addresses =
          Stream.concat(
                  NetworkFiles.gateways(text("proc/net/route")).stream(),
                  NetworkFiles.privateNameServers(text("etc/resolv.conf")).stream())
              .distinct()
              .limit(2)
              .toList();
      return Known.of(
          Optional.of(
              new WindowsHost(Files.exists(root.resolve("sys/class/net/loopback0")), addresses)));
    } catch (IOException e) {
      return Known.unknown(Message.of("doctor.unknown.wsl", String.valueOf(e.getMessage())));
    }
  }

  private String text(String file) throws IOException {
    var path = root.resolve(file);
    return Files.isRegularFile(path) ? Files.readString(path) : "";
  }
}
