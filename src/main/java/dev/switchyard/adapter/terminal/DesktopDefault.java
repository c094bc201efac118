package dev.switchyard.adapter.terminal;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The terminal that a desktop's own settings name. Each desktop keeps it in a place of its own:
/// one row each.
final class DesktopDefault {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  /// Where a desktop keeps its choice.
  private sealed interface Place {
    record GSettings(String schema) implements Place {}

    /// @param file below the configuration folder
    /// @param key of the line `key=value`
    record Line(String file, String key) implements Place {}
  }

  /// @param name as `XDG_CURRENT_DESKTOP` has it, in lower case
  private record Desktop(String name, Place place) {}

  private static final List<Desktop> DESKTOPS =
      List.of(
          new Desktop(
              "gnome", new Place.GSettings("org.gnome.desktop.default-applications.terminal")),
          new Desktop(
              "cinnamon",
              new Place.GSettings("org.cinnamon.desktop.default-applications.terminal")),
          new Desktop("mate", new Place.GSettings("org.mate.applications-terminal")),
          new Desktop("xfce", new Place.Line("xfce4/helpers.rc", "TerminalEmulator")),
          new Desktop("kde", new Place.Line("kdeglobals", "TerminalApplication")));

  private final Processes processes;
  private final Surroundings surroundings;
  private final Path home;

  DesktopDefault(Processes processes, Surroundings surroundings, Path home) {
    this.processes = processes;
    this.surroundings = surroundings;
    this.home = home;
  }

  Optional<String> read() {
    var current = surroundings.variable("XDG_CURRENT_DESKTOP").orElse("").toLowerCase(Locale.ROOT);
    return DESKTOPS.stream()
        .filter(desktop -> List.of(current.split(":", -1)).contains(desktop.name))
        .findFirst()
        .flatMap(desktop -> read(desktop.place));
  }

  private Optional<String> read(Place place) {
    try {
      return switch (place) {
        case Place.GSettings(var schema) -> setting(schema);
        case Place.Line(var file, var key) -> line(file, key);
      };
    } catch (PortException _) {
      // Without an answer the next rule of the order decides.
      return Optional.empty();
    }
  }

  private Optional<String> setting(String schema) throws PortException {
    var outcome = processes.run(Command.of("gsettings", "get", schema, "exec").within(LIMIT));
    var value = outcome.output().strip().replace("'", "");
    return outcome.succeeded() && !value.isEmpty() ? Optional.of(value) : Optional.empty();
  }

  private Optional<String> line(String file, String key) throws PortException {
    var form = Pattern.compile("(?m)^" + Pattern.quote(key) + "=(\\S+)");
    return AtomicFiles.read(surroundings.xdgConfiguration(home).resolve(file))
        .map(bytes -> form.matcher(new String(bytes, StandardCharsets.UTF_8)))
        .filter(match -> match.find())
        .map(match -> match.group(1));
  }
}
