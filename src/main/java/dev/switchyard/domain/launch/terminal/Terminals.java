package dev.switchyard.domain.launch.terminal;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.preference.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which terminals there are, and which one is used: the person's choice in the settings, then
/// `$TERMINAL`, what the desktop says, what the system says, and at last the first one found.
public final class Terminals {
  private final Surroundings surroundings;
  private final TerminalHost host;

  public Terminals(Surroundings surroundings, TerminalHost host) {
    this.surroundings = surroundings;
    this.host = host;
  }

  /// Those of the table that are on this machine.
  public List<InstalledTerminal> installed() {
    return TerminalTable.of(surroundings.system()).stream()
        .flatMap(row -> find(row).stream())
        .toList();
  }

  /// The terminal for a launch.
  ///
  /// @param wanted the id given for this launch; empty for what the settings say
  /// @throws PortException MISSING if the one that was asked for is not here, UNREACHABLE if there
  ///   is none at all or no display for its window, MALFORMED for a custom command that cannot be
  ///   used
  public InstalledTerminal choose(Optional<String> wanted, Preferences preferences)
      throws PortException {
    requireDisplay();
    var id = wanted.orElse(preferences.terminal());
    if (id.equals(CustomTerminal.ID)) {
      var custom = CustomTerminal.parse(preferences.customTerminal(), surroundings.system());
      return find(custom).orElseThrow(() -> missing(custom.name()));
    }
    if (!id.isEmpty()) {
      return TerminalTable.find(surroundings.system(), id)
          .flatMap(this::find)
          .orElseThrow(() -> missing(id));
    }
    return automatic().orElseThrow(Terminals::none);
  }

  private Optional<InstalledTerminal> automatic() {
    return Stream.<Supplier<Optional<InstalledTerminal>>>of(
            () -> surroundings.variable("TERMINAL").flatMap(this::named),
            () -> host.desktopDefault().flatMap(this::named),
            () -> row(TerminalTable.XDG),
            () -> row(TerminalTable.ALTERNATIVE),
            () -> installed().stream().findFirst())
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<InstalledTerminal> row(String id) {
    return TerminalTable.find(surroundings.system(), id).flatMap(this::find);
  }

  /// A program that somebody else named, known to the table or not.
  private Optional<InstalledTerminal> named(String program) {
    var name =
        Optional.ofNullable(Path.of(program).getFileName()).map(Path::toString).orElse(program);
    return TerminalTable.of(surroundings.system()).stream()
        .filter(row -> row.programs().contains(name))
        .findFirst()
        .or(() -> Optional.of(TerminalTable.unknown(program)))
        .flatMap(kind -> host.find(program).map(found -> new InstalledTerminal(kind, found)));
  }

  private Optional<InstalledTerminal> find(Terminal row) {
    return row.programs().stream()
        .flatMap(program -> host.find(program).stream())
        .findFirst()
        .map(found -> new InstalledTerminal(row, found));
  }

  private void requireDisplay() throws PortException {
    boolean hasDisplay =
        surroundings.system() != OperatingSystem.LINUX
            || surroundings.variable("DISPLAY").isPresent()
            || surroundings.variable("WAYLAND_DISPLAY").isPresent();
    if (!hasDisplay) {
      throw new PortException(PortException.Kind.UNREACHABLE, Message.of("terminal.no-display"));
    }
  }

  private PortException missing(String name) {
    var found = installed().stream().map(terminal -> terminal.kind().id()).toList();
    return new PortException(
        PortException.Kind.MISSING, Message.of("terminal.missing", name, String.join(", ", found)));
  }

  private static PortException none() {
    return new PortException(PortException.Kind.UNREACHABLE, Message.of("terminal.none"));
  }
}
