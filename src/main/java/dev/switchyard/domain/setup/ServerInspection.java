package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.model.ModelServer;

/// Finds out whether the server runs and, if it does not, whether it is installed. Blocks.
public final class ServerInspection {
  private final ModelServer server;
  private final Programs programs;

  public ServerInspection(ModelServer server, Programs programs) {
    this.server = server;
    this.programs = programs;
  }

  public ServerState inspect() {
    var url = server.url();
    if (server.kind() != EndpointKind.OLLAMA) {
      return other(url);
    }
    try {
      return new ServerState.Running(url, server.version());
    } catch (PortException e) {
      if (e.kind() != PortException.Kind.UNREACHABLE || !url.isLoopback()) {
        return new ServerState.Stopped(url, e.text(), false);
      }
      // The search is asked only now: it starts programs, and a server that answers needs none.
      return switch (programs.ollama()) {
        case Known.Value<Program> _ -> new ServerState.Stopped(url, e.text(), true);
        case Known.Unknown<Program>(var reason) -> new ServerState.Missing(url, reason);
      };
    }
  }

  private ServerState other(EndpointUrl url) {
    try {
      return new ServerState.Serving(url, server.kind(), server.release());
    } catch (PortException e) {
      return new ServerState.Stopped(url, e.text(), false);
    }
  }
}
