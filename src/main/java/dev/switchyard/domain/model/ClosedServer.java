package dev.switchyard.domain.model;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.List;
import java.util.Set;

/// A server that cannot be asked at all, since what the person has said about it cannot be read:
/// without it, a token or an authority might be wanting.
public final class ClosedServer extends LimitedServer {
  private final EndpointUrl url;
  private final PortException reason;

  public ClosedServer(EndpointUrl url, PortException reason) {
    this.url = url;
    this.reason = reason;
  }

  @Override
  public EndpointUrl url() {
    return url;
  }

  @Override
  public EndpointKind kind() {
    return EndpointKind.GATEWAY;
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of();
  }

  @Override
  public Known<String> release() throws PortException {
    throw again();
  }

  @Override
  public List<InstalledModel> installed() throws PortException {
    throw again();
  }

  @Override
  public List<LoadedModel> loaded() throws PortException {
    throw again();
  }

  @Override
  public void load(ModelName name, KeepAlive keepAlive, Cancellation cancellation)
      throws PortException {
    throw again();
  }

  private PortException again() {
    return new PortException(reason.kind(), reason.text(), reason);
  }
}
