package dev.switchyard;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.LocalTargets;
import dev.switchyard.ui.projects.RouteServers;
import java.util.List;
import java.util.stream.Stream;

/// The server in use and the endpoints that have a name, as routes lead to them.
record ServersOfRoutes(Wiring wiring) implements RouteServers {
  @Override
  public List<Named> all() {
    var own = wiring.server().url();
    var inUse = new Named(IN_USE, own.toString());
    return Stream.concat(
            Stream.of(inUse),
            wiring.routing().knowledge().endpoints().stream()
                .map(one -> new Named(one.name(), one.profile().url().toString())))
        .toList();
  }

  @Override
  public LocalTargets targets(String name) throws PortException {
    return name.equals(IN_USE)
        ? wiring.localTargets()
        : wiring.localTargets(wiring.endpoints().named(name));
  }

  @Override
  public List<String> models(String name) throws PortException {
    return server(name).installed().stream()
        .sorted(ClaudeCodeReadiness.BEST_FIRST)
        .map(model -> model.name().shortText())
        .toList();
  }

  private ModelServer server(String name) throws PortException {
    return name.equals(IN_USE)
        ? wiring.server()
        : wiring.serverAt(wiring.endpoints().named(name).url());
  }
}
