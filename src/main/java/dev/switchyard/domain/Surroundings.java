package dev.switchyard.domain;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The system and the environment that Switchyard was started in, read once and handed to whoever
/// asks.
public final class Surroundings {
  private final OperatingSystem system;
  private final Map<String, String> environment;
  private final Path userHome;

  /// @param environment variables of this process
  /// @param userHome the home folder that the system names, for where `HOME` is not set
  public Surroundings(OperatingSystem system, Map<String, String> environment, Path userHome) {
    this.system = system;
    this.userHome = userHome;
    // Windows does not tell `Path` from `PATH`.
    var copy =
        system == OperatingSystem.WINDOWS
            ? new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER)
            : new TreeMap<String, String>();
    copy.putAll(environment);
    this.environment = Collections.unmodifiableMap(copy);
  }

  public OperatingSystem system() {
    return system;
  }

  public Map<String, String> environment() {
    return environment;
  }

  public Path userHome() {
    return userHome;
  }

  /// The value of a variable; empty too where it is set to nothing, which programs read as not set.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /// The value of a variable that names a folder; a relative one counts as not set, as the XDG
  /// specification asks.
  public Optional<Path> folder(String name) {
    return variable(name).flatMap(Surroundings::path).filter(Path::isAbsolute);
  }

  /// Where programs keep a person's settings, as this system has it: as [#xdgConfiguration] on
  /// Linux, `Library/Application Support` on macOS, `APPDATA` on Windows.
  public Path configuration(Path home) {
    return switch (system) {
      case LINUX -> xdgConfiguration(home);
      case MACOS -> home.resolve("Library/Application Support");
      case WINDOWS -> folder("APPDATA").orElse(home.resolve("AppData/Roaming"));
    };
  }

  /// `XDG_CONFIG_HOME`, or `.config` in the home folder: programs that came from Linux look there
  /// on macOS too.
  public Path xdgConfiguration(Path home) {
    return folder("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
  }

  /// The folders of `PATH` in their order.
  public List<Path> searchPath() {
    var folders = new ArrayList<Path>();
    for (var part :
        variable("PATH")
            .orElse("")
            .split(Pattern.quote(String.valueOf(system.pathSeparator())), -1)) {
      path(part.strip()).filter(Path::isAbsolute).ifPresent(folders::add);
    }
    return folders;
  }

  /// What may be added to a program's name to find its file: nothing on Unix, `.exe`, `.cmd` and
  /// more on Windows.
  public List<String> executableSuffixes() {
    if (system != OperatingSystem.WINDOWS) {
      return List.of("");
    }
    return List.of(
        variable("PATHEXT").orElse(".COM;.EXE;.BAT;.CMD").toLowerCase(Locale.ROOT).split(";", -1));
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
