package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.LocalOnce;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.domain.route.option.RouteOptions;
import java.nio.file.Path;
import java.util.Optional;

/// Settings with which Claude Code asks one server for one model and nobody else, whatever else is
/// set on the machine.
public final class CertainRoute implements ClaudeRoute {
  private final LocalOnce once;
  private final RouteReader routes;

  public CertainRoute(LocalOnce once, RouteReader routes) {
    this.once = once;
    this.routes = routes;
  }

  @Override
  public String settings(Path folder, String model, EndpointUrl url) throws PortException {
    var settings =
        once.plan(folder, model, Optional.empty(), RouteOptions.UNNAMED).settings().strip();
    var route =
        routes.read(
            new ClaudeStart(folder, StartedFrom.TERMINAL).withSettings(settings).withModel(model));
    boolean leadsThere =
        route.baseUrl().equals(url.toString())
            && route.destination() != Destination.CLOUD
            && route.credential() != Credential.CLOUD
            && route.problem("proxy-catches").isEmpty();
    if (!leadsThere) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("bench.route-uncertain", url.toString()));
    }
    return settings;
  }
}
