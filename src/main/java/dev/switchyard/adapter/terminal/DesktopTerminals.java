package dev.switchyard.adapter.terminal;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.LogTail;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.launch.terminal.TerminalHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Finds terminals on `PATH` and opens them.
public final class DesktopTerminals implements TerminalHost {
  /// A terminal that has not failed by then has opened its window. Most failures (no display, a
  /// wrong option) come after some 20 ms.
  private static final Duration FAILS_WITHIN = Duration.ofMillis(700);

  private final Processes processes;
  private final Surroundings surroundings;
  private final DesktopDefault desktopDefault;
  private final Path log;

  /// @param state Switchyard's own state folder: the terminal's own output goes into a log there
  public DesktopTerminals(Processes processes, Surroundings surroundings, Path home, Path state) {
    this.processes = processes;
    this.surroundings = surroundings;
    this.desktopDefault = new DesktopDefault(processes, surroundings, home);
    this.log = state.resolve("terminal.log");
  }

  @Override
  public Optional<Path> find(String program) {
    var path = Path.of(program);
    if (path.isAbsolute()) {
      return Optional.of(path).filter(Files::exists);
    }
    return surroundings.searchPath().stream()
        .flatMap(folder ->
            surroundings.executableSuffixes().stream()
                .map(suffix -> folder.resolve(program + suffix)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  @Override
  public Optional<String> desktopDefault() {
    return surroundings.system() == OperatingSystem.LINUX
        ? desktopDefault.read()
        : Optional.empty();
  }

  @Override
  public void open(List<String> command) throws PortException {
    var terminal = processes.startDetached(Command.of(command), log);
    var exit = terminal.exitWithin(FAILS_WITHIN);
    if (exit.isPresent() && exit.getAsInt() != 0) {
      throw new PortException(
          PortException.Kind.FAILED,
          Message.of("terminal.failed", command.getFirst(), LogTail.of(log)));
    }
  }
}
