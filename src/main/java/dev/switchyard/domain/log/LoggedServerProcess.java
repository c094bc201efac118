package dev.switchyard.domain.log;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.ServerProcess;

/// A server's process whose starts and stops are logged.
public final class LoggedServerProcess implements ServerProcess {
  private final ServerProcess process;
  private final LoggedAction action;

  public LoggedServerProcess(ServerProcess process, EventLog log) {
    this.process = process;
    this.action = new LoggedAction(log);
  }

  @Override
  public boolean startedByUs() {
    return process.startedByUs();
  }

  @Override
  public void start(EndpointUrl url, Cancellation cancellation) throws PortException {
    action.run("start the server at " + url, () -> process.start(url, cancellation));
  }

  @Override
  public void stop() throws PortException {
    action.run("stop the server", process::stop);
  }
}
