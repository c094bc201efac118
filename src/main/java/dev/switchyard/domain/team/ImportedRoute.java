package dev.switchyard.domain.team;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.team.TeamReview.RouteItem;
import java.nio.file.Path;
import java.util.Optional;

/// What a shared route means for a project on this machine.
public final class ImportedRoute {
  private final SwitchRoute switchRoute;
  private final OwnServer ownServer;

  /// The Ollama of this machine.
  @FunctionalInterface
  public interface OwnServer {
    EndpointUrl url();
  }

  public ImportedRoute(SwitchRoute switchRoute, OwnServer ownServer) {
    this.switchRoute = switchRoute;
    this.ownServer = ownServer;
  }

  RouteItem review(
      TeamSetup setup, SharedRoute route, Optional<Path> project, Optional<Scope> scope)
      throws PortException {
    var url =
        route
            .endpoint()
            .flatMap(setup::endpoint)
            .map(SharedEndpoint::url)
            .orElseGet(ownServer::url)
            .toString();
    var target = new LocalTarget(url, route.model(), route.contextTokens(), route.options());
    var plan =
        project.isPresent()
            ? Optional.of(plan(project.get(), scope, target))
            : Optional.<RoutePlan>empty();
    return new RouteItem(route, url, plan);
  }

  private RoutePlan plan(Path project, Optional<Scope> scope, LocalTarget target)
      throws PortException {
    if (scope.isEmpty()) {
      var shared = switchRoute.plan(request(project, Scope.PROJECT, target));
      if (shared.changesNothing()) {
        return shared;
      }
    }
    // What a team shares is the file itself: how it is applied here is the person's own.
    return switchRoute.plan(request(project, scope.orElse(Scope.LOCAL), target));
  }

  private static RouteRequest request(Path project, Scope scope, LocalTarget target) {
    return RouteRequest.local(project, Optional.of(scope), target);
  }
}
