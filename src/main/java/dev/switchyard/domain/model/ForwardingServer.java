package dev.switchyard.domain.model;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Hands every call on to another server; what stands before a server overrides what it is about.
public abstract class ForwardingServer implements ModelServer {
  /// The one that answers, asked once for each call.
  protected abstract ModelServer server();

  @Override
  public EndpointUrl url() {
    return server().url();
  }

  @Override
  public EndpointKind kind() {
    return server().kind();
  }

  @Override
  public Set<Ability> abilities() {
    return server().abilities();
  }

  @Override
  public Known<String> release() throws PortException {
    return server().release();
  }

  @Override
  public Version version() throws PortException {
    return server().version();
  }

  @Override
  public List<InstalledModel> installed() throws PortException {
    return server().installed();
  }

  @Override
  public List<LoadedModel> loaded() throws PortException {
    return server().loaded();
  }

  @Override
  public ModelDescription describe(ModelName name) throws PortException {
    return server().describe(name);
  }

  @Override
  public void pull(ModelName name, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    server().pull(name, progress, cancellation);
  }

  @Override
  public void build(
      BuildRequest request, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    server().build(request, progress, cancellation);
  }

  @Override
  public void copy(ModelName source, ModelName destination) throws PortException {
    server().copy(source, destination);
  }

  @Override
  public void delete(ModelName name) throws PortException {
    server().delete(name);
  }

  @Override
  public void load(ModelName name, KeepAlive keepAlive, Cancellation cancellation)
      throws PortException {
    server().load(name, keepAlive, cancellation);
  }

  @Override
  public void unload(ModelName name) throws PortException {
    server().unload(name);
  }

  @Override
  public List<Recommendation> recommendations() throws PortException {
    return server().recommendations();
  }
}
