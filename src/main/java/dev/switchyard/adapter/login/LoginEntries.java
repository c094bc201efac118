package dev.switchyard.adapter.login;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.login.LoginStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The entry of this system for the program that runs now.
public final class LoginEntries {
  private LoginEntries() {}

  /// @param javaHome the runtime's folder, which lies inside an installed Switchyard
  /// @return empty where this is no installed Switchyard: there is nothing that a login could start
  public static Optional<LoginStart> of(
      Surroundings surroundings, Home home, Path javaHome, Processes processes) {
    return launcher(surroundings.system(), javaHome)
        .map(launcher -> command(launcher, home))
        .map(command ->
            switch (surroundings.system()) {
              case LINUX -> new XdgAutostart(autostart(surroundings, home), command);
              case MACOS -> new LaunchAgent(home.directory(), command);
              case WINDOWS -> new RunKey(processes::run, command);
            });
  }

  /// What starts the program, seen from the runtime: the image's own script beside it, two folders
  /// up in an installed package; on Windows and macOS what jpackage puts around the image.
  private static List<String> launchers(OperatingSystem system) {
    return switch (system) {
      case LINUX -> List.of("../bin/switchyard", "../../bin/switchyard");
      case MACOS -> List.of("../../../MacOS/Switchyard", "../bin/switchyard");
      case WINDOWS -> List.of("../Switchyard.exe", "../bin/switchyard.cmd");
    };
  }

  private static Optional<Path> launcher(OperatingSystem system, Path javaHome) {
    return launchers(system).stream()
        .map(place -> javaHome.resolve(place).normalize())
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<String> command(Path launcher, Home home) {
    var command = new ArrayList<>(List.of(launcher.toString(), "--tray"));
    if (home.relocated()) {
      command.addAll(List.of("--home", home.directory().toString()));
    }
    return command;
  }

  private static Path autostart(Surroundings surroundings, Home home) {
    var configuration =
        home.relocated()
            ? home.directory().resolve(".config")
            : surroundings.xdgConfiguration(home.directory());
    return configuration.resolve("autostart");
  }
}
