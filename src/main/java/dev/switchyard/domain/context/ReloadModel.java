package dev.switchyard.domain.context;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import java.util.function.Function;

/// The use case that brings a model into memory as it is built. Blocks until it is there.
public final class ReloadModel {
  private final Function<EndpointUrl, ModelServer> servers;

  /// @param servers speaks to the server at an address
  public ReloadModel(Function<EndpointUrl, ModelServer> servers) {
    this.servers = servers;
  }

  /// @param url the server
  /// @throws PortException as [ModelServer#load]
  public void reload(EndpointUrl url, ModelName model, Cancellation cancellation)
      throws PortException {
    var server = servers.apply(url);
    // A request that is answered just now ends first.
    server.unload(model);
    server.load(model, KeepAlive.SERVER_DEFAULT, cancellation);
  }
}
