package dev.switchyard.adapter.tray;

import dev.switchyard.domain.Surroundings;
import java.nio.file.Files;
import java.util.Optional;

/// Where the message bus of the desktop's session is.
final class SessionBus {
  private SessionBus() {}

  /// The address that the environment names, or systemd's usual place; empty where there is no bus.
  static Optional<String> address(Surroundings surroundings) {
    return surroundings
        .variable("DBUS_SESSION_BUS_ADDRESS")
        .or(() ->
            surroundings
                .folder("XDG_RUNTIME_DIR")
                .map(folder -> folder.resolve("bus"))
                .filter(Files::exists)
                .map(socket -> "unix:path=" + socket));
  }
}
