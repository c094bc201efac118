package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.SwitchRoute;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A project's route as a team would share it.
public final class ExportedRoute {
  private static final String CONTEXT = "CLAUDE_CODE_MAX_CONTEXT_TOKENS";

  private final RouteReader reader;
  private final SwitchRoute switchRoute;
  private final ImportedRoute.OwnServer ownServer;

  public ExportedRoute(
      RouteReader reader, SwitchRoute switchRoute, ImportedRoute.OwnServer ownServer) {
    this.reader = reader;
    this.switchRoute = switchRoute;
    this.ownServer = ownServer;
  }

  SharedRoute of(Path project, List<EndpointProfile> known) throws PortException {
    var route = reader.read(project);
    if (route.destination() == Destination.CLOUD || route.destination() == Destination.UNUSABLE) {
      throw refused(Message.of("team.export.no-route", project.toString()));
    }
    return SharedRoute.of(
        endpoint(route, known),
        route.model().orElseThrow(() -> refused(Message.of("team.route.model"))),
        contextTokens(route),
        switchRoute.options(project));
  }

  private Optional<String> endpoint(EffectiveRoute route, List<EndpointProfile> known)
      throws PortException {
    var url = EndpointUrl.read(route.baseUrl());
    if (url.uri().equals(ownServer.url().uri())) {
      return Optional.empty();
    }
    return Optional.of(
        known.stream()
            .filter(profile -> profile.url().uri().equals(url.uri()))
            .map(EndpointProfile::name)
            .findFirst()
            .orElseThrow(() ->
                refused(Message.of("team.export.no-endpoint", project(route), url.toString()))));
  }

  private static String project(EffectiveRoute route) {
    return route.folder().toString();
  }

  private static int contextTokens(EffectiveRoute route) throws PortException {
    var setting = route.values().get(CONTEXT);
    if (setting == null || !setting.value().matches("[0-9]{1,9}")) {
      throw refused(Message.of("team.export.no-context", project(route)));
    }
    return Integer.parseInt(setting.value());
  }

  private static PortException refused(Message reason) {
    return new PortException(PortException.Kind.REFUSED, reason);
  }
}
