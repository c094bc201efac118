package dev.switchyard.domain.model;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.Version;
import java.util.List;
import java.util.function.Consumer;

/// A server that does less than Ollama: all that nobody overrides is refused with what its kind
/// lacks, and the server is not asked.
public abstract class LimitedServer implements ModelServer {
  /// Only Ollama's decides anything; [#release] tells the others'.
  @Override
  public Version version() throws PortException {
    throw lacks(Ability.DESCRIBE);
  }

  @Override
  public List<LoadedModel> loaded() throws PortException {
    throw lacks(Ability.LOADED);
  }

  @Override
  public ModelDescription describe(ModelName name) throws PortException {
    throw lacks(Ability.DESCRIBE);
  }

  @Override
  public void pull(ModelName name, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    throw lacks(Ability.PULL);
  }

  @Override
  public void build(
      BuildRequest request, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    throw lacks(Ability.BUILD);
  }

  @Override
  public void copy(ModelName source, ModelName destination) throws PortException {
    throw lacks(Ability.COPY);
  }

  @Override
  public void delete(ModelName name) throws PortException {
    throw lacks(Ability.DELETE);
  }

  @Override
  public void load(ModelName name, KeepAlive keepAlive, Cancellation cancellation)
      throws PortException {
    throw lacks(Ability.LOAD);
  }

  @Override
  public void unload(ModelName name) throws PortException {
    throw lacks(Ability.UNLOAD);
  }

  @Override
  public List<Recommendation> recommendations() throws PortException {
    throw lacks(Ability.RECOMMEND);
  }

  private PortException lacks(Ability ability) {
    return ability.refusedBy(kind());
  }
}
