package dev.switchyard.domain.log;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.terminal.TerminalHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Terminals whose windows are logged when they open. The command names a script; the values of
/// variables stand in that script alone, and are not logged.
public final class LoggedTerminals implements TerminalHost {
  private final TerminalHost host;
  private final LoggedAction action;

  public LoggedTerminals(TerminalHost host, EventLog log) {
    this.host = host;
    this.action = new LoggedAction(log);
  }

  @Override
  public Optional<Path> find(String program) {
    return host.find(program);
  }

  @Override
  public Optional<String> desktopDefault() {
    return host.desktopDefault();
  }

  @Override
  public void open(List<String> command) throws PortException {
    action.run("open a terminal: " + String.join(" ", command), () -> host.open(command));
  }
}
