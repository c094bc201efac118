package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.ReloadModel;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import java.util.function.Function;

/// Has a model stay in memory until the server ends or needs the room, and takes that back.
/// Requests of Claude Code's keep what a load has asked for.
final class KeepModel {
  private final Function<EndpointUrl, ModelServer> servers;

  KeepModel(Function<EndpointUrl, ModelServer> servers) {
    this.servers = servers;
  }

  Done.Kept keep(Step.KeepLoaded step, Cancellation cancellation) throws PortException {
    var server = servers.apply(step.server());
    boolean wasLoaded =
        server.loaded().stream().anyMatch(model -> model.name().equals(step.model()));
    server.load(step.model(), KeepAlive.FOREVER, cancellation);
    return new Done.Kept(step.server(), step.model(), wasLoaded);
  }

  void undo(Done.Kept done) throws PortException {
    if (done.wasLoaded()) {
      new ReloadModel(servers).reload(done.server(), done.model(), Cancellation.NEVER);
    } else {
      servers.apply(done.server()).unload(done.model());
    }
  }
}
