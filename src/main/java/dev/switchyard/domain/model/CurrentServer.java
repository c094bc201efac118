package dev.switchyard.domain.model;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The server that the person has chosen, which may change while the window is open. A call that is
/// under way ends at the server where it began.
public final class CurrentServer implements ModelServer {
  private final AtomicReference<ModelServer> current;

  public CurrentServer(ModelServer first) {
    current = new AtomicReference<>(first);
  }

  /// @return the server that was used until now
  public ModelServer change(ModelServer next) {
    return current.getAndSet(next);
  }

  @Override
  public EndpointUrl url() {
    return current.get().url();
  }

  @Override
  public Version version() throws PortException {
    return current.get().version();
  }

  @Override
  public List<InstalledModel> installed() throws PortException {
    return current.get().installed();
  }

  @Override
  public List<LoadedModel> loaded() throws PortException {
    return current.get().loaded();
  }

  @Override
  public ModelDescription describe(ModelName name) throws PortException {
    return current.get().describe(name);
  }

  @Override
  public void pull(ModelName name, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    current.get().pull(name, progress, cancellation);
  }

  @Override
  public void build(
      BuildRequest request, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    current.get().build(request, progress, cancellation);
  }

  @Override
  public void copy(ModelName source, ModelName destination) throws PortException {
    current.get().copy(source, destination);
  }

  @Override
  public void delete(ModelName name) throws PortException {
    current.get().delete(name);
  }

  @Override
  public void load(ModelName name, KeepAlive keepAlive, Cancellation cancellation)
      throws PortException {
    current.get().load(name, keepAlive, cancellation);
  }

  @Override
  public void unload(ModelName name) throws PortException {
    current.get().unload(name);
  }

  @Override
  public List<Recommendation> recommendations() throws PortException {
    return current.get().recommendations();
  }
}
