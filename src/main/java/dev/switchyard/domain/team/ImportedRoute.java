package dev.switchyard.domain.team;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.PassedOn;
import dev.switchyard.domain.route.RouteEndpoint;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.team.TeamReview.RouteItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a shared route means for a project on this machine.
public final class ImportedRoute {
  private final SwitchRoute switchRoute;
  private final OwnServer ownServer;
  private final CertificateStore certificates;
  private final OperatingSystem system;
  private final Function<EndpointUrl, ModelServer> servers;

  /// The Ollama of this machine.
  @FunctionalInterface
  public interface OwnServer {
    EndpointUrl url();
  }

  /// @param system whose shell prints an endpoint's token
  /// @param servers speaks to the server at an address
  public ImportedRoute(
      SwitchRoute switchRoute,
      OwnServer ownServer,
      CertificateStore certificates,
      OperatingSystem system,
      Function<EndpointUrl, ModelServer> servers) {
    this.switchRoute = switchRoute;
    this.ownServer = ownServer;
    this.certificates = certificates;
    this.system = system;
    this.servers = servers;
  }

  RouteItem review(
      TeamSetup setup, SharedRoute route, Optional<Path> project, Optional<Scope> scope)
      throws PortException {
    var target = target(setup, route);
    var plan =
        project.isPresent()
            ? Optional.of(allowed(plan(project.get(), scope, target)))
            : Optional.<RoutePlan>empty();
    return new RouteItem(route, target.baseUrl(), plan);
  }

  private LocalTarget target(TeamSetup setup, SharedRoute route) throws PortException {
    var named = route.endpoint().flatMap(setup::endpoint);
    var url = named.map(SharedEndpoint::url).orElseGet(ownServer::url).toString();
    var target = new LocalTarget(url, route.model(), route.contextTokens()).with(route.options());
    if (named.isEmpty()) {
      return target;
    }
    var file = named.get().certificates().map(certificates::place);
    return target.with(Optional.of(new RouteEndpoint(named.get().profile(file), system)));
  }

  /// What a team shares is the file itself: how it is applied here is the person's own, unless the
  /// shared settings say it already.
  private RoutePlan plan(Path project, Optional<Scope> scope, LocalTarget target)
      throws PortException {
    if (scope.isEmpty()) {
      var standing = standing(project, target);
      if (standing.isPresent()) {
        return standing.get();
      }
    }
    return switchRoute.plan(request(project, scope.orElse(Scope.LOCAL), target));
  }

  /// A name does not always tell that its server passes a model on to a cloud.
  private RoutePlan allowed(RoutePlan plan) throws PortException {
    var reason = PassedOn.forbids(plan.expected(), List.of(), servers);
    if (reason.isPresent()) {
      throw new PortException(PortException.Kind.REFUSED, reason.get());
    }
    return plan;
  }

  private Optional<RoutePlan> standing(Path project, LocalTarget target) {
    try {
      return Optional.of(switchRoute.plan(request(project, Scope.PROJECT, target)))
          .filter(plan -> plan.changesNothing() && plan.reachesGoal());
    } catch (PortException _) {
      // It could not stand there, as beside another route of the person's own.
      return Optional.empty();
    }
  }

  private static RouteRequest request(Path project, Scope scope, LocalTarget target) {
    return RouteRequest.local(project, Optional.of(scope), target);
  }
}
