package dev.switchyard.domain.log;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.ForwardingServer;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.TransferProgress;
import java.util.function.Consumer;

/// A server whose changes are logged. What only asks is not: it is asked every few seconds.
public final class LoggedServer extends ForwardingServer {
  private final ModelServer server;
  private final LoggedAction action;

  public LoggedServer(ModelServer server, EventLog log) {
    this.server = server;
    this.action = new LoggedAction(log);
  }

  @Override
  protected ModelServer server() {
    return server;
  }

  @Override
  public void pull(ModelName name, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    action.run(what("pull", name), () -> server.pull(name, progress, cancellation));
  }

  @Override
  public void build(
      BuildRequest request, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    action.run(what("build", request.name()), () -> server.build(request, progress, cancellation));
  }

  @Override
  public void copy(ModelName source, ModelName destination) throws PortException {
    action.run(what("copy", source) + " to " + destination, () -> server.copy(source, destination));
  }

  @Override
  public void delete(ModelName name) throws PortException {
    action.run(what("delete", name), () -> server.delete(name));
  }

  @Override
  public void load(ModelName name, KeepAlive keepAlive, Cancellation cancellation)
      throws PortException {
    action.run(what("load", name), () -> server.load(name, keepAlive, cancellation));
  }

  @Override
  public void unload(ModelName name) throws PortException {
    action.run(what("unload", name), () -> server.unload(name));
  }

  private String what(String verb, ModelName name) {
    return "%s %s at %s".formatted(verb, name, url());
  }
}
