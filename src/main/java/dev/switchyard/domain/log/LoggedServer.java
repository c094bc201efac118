package dev.switchyard.domain.log;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.Recommendation;
import dev.switchyard.domain.model.TransferProgress;
import java.util.List;
import java.util.function.Consumer;

/// A server whose changes are logged. What only asks is not: it is asked every few seconds.
public final class LoggedServer implements ModelServer {
  private final ModelServer server;
  private final LoggedAction action;

  public LoggedServer(ModelServer server, EventLog log) {
    this.server = server;
    this.action = new LoggedAction(log);
  }

  @Override
  public EndpointUrl url() {
    return server.url();
  }

  @Override
  public Version version() throws PortException {
    return server.version();
  }

  @Override
  public List<InstalledModel> installed() throws PortException {
    return server.installed();
  }

  @Override
  public List<LoadedModel> loaded() throws PortException {
    return server.loaded();
  }

  @Override
  public ModelDescription describe(ModelName name) throws PortException {
    return server.describe(name);
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

  @Override
  public List<Recommendation> recommendations() throws PortException {
    return server.recommendations();
  }

  private String what(String verb, ModelName name) {
    return "%s %s at %s".formatted(verb, name, url());
  }
}
