package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.project.GitRepositories.Checkout;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.LocalTargets;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SwitchRoute;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Plans a project's route as Switchyard would write it today: for the same server and model and
/// into the same file, as far as they can be used.
public final class RepairRoute {
  private final RouteReader routes;
  private final SwitchRoute switchRoute;
  private final GitRepositories repositories;
  private final Function<ModelServer, LocalTargets> targets;
  private final Function<EndpointUrl, ModelServer> servers;
  private final EndpointUrl chosenUrl;
  private final Path home;

  /// @param targets what a route to a server says, also what the person has said about it
  /// @param chosenUrl the server that is chosen in Switchyard
  /// @param home the person's home folder
  public RepairRoute(
      RouteReader routes,
      SwitchRoute switchRoute,
      GitRepositories repositories,
      Function<ModelServer, LocalTargets> targets,
      Function<EndpointUrl, ModelServer> servers,
      EndpointUrl chosenUrl,
      Path home) {
    this.routes = routes;
    this.switchRoute = switchRoute;
    this.repositories = repositories;
    this.targets = targets;
    this.servers = servers;
    this.chosenUrl = chosenUrl;
    this.home = home;
  }

  /// @param usable a server that answers and that a route can lead to
  /// @throws PortException MISSING where nobody chose a route for this project, or no model is
  ///   there to route to; and as [SwitchRoute#plan]
  public RoutePlan plan(Path folder, Optional<EndpointUrl> usable) throws PortException {
    var route = routes.read(folder);
    var choice = switchRoute.choice(folder);
    if (choice.filter(RouteChoice.CLOUD::equals).isPresent()) {
      return switchRoute.plan(RouteRequest.cloud(folder, Optional.empty(), Optional.empty()));
    }
    var above = choice.isEmpty() ? above(folder, route) : Optional.<EffectiveRoute>empty();
    if (above.isPresent()) {
      return switchRoute.plan(local(folder, above.get(), ownScope(folder), usable));
    }
    if (!route.destination().leavesCloud() && !choice.equals(Optional.of(RouteChoice.LOCAL))) {
      throw new PortException(
          PortException.Kind.MISSING, Message.of("doctor.repair.none", folder.toString()));
    }
    return switchRoute.plan(local(folder, route, scope(folder, route), usable));
  }

  /// The route of the next folder above that has one of its own, where this one is a part of its
  /// project and misses it.
  private Optional<EffectiveRoute> above(Path folder, EffectiveRoute route) throws PortException {
    var missed = route.problem("subfolder").filter(one -> one.severity() == Severity.ERROR);
    if (missed.isEmpty()) {
      return Optional.empty();
    }
    var root = repositories.checkoutOf(folder).map(Checkout::root);
    for (var at = folder.getParent(); at != null; at = at.getParent()) {
      if (root.isPresent() && !at.startsWith(root.get())) {
        break;
      }
      var found = routes.read(at);
      if (found.destination().leavesCloud()
          && found.winner("ANTHROPIC_BASE_URL") == Layer.PROJECT) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private RouteRequest local(
      Path folder, EffectiveRoute route, Scope scope, Optional<EndpointUrl> usable)
      throws PortException {
    var url = usable.isPresent() ? usable.get() : url(route);
    var server = servers.apply(url);
    var target = target(route.folder(), lost(folder, route), server).target();
    return RouteRequest.local(scope == Scope.USER ? home : folder, Optional.of(scope), target);
  }

  /// The address of the route, without what is wrong about it.
  ///
  /// @throws PortException REFUSED for a gateway elsewhere: it may want a credential of its own,
  ///   which a route to Ollama would replace
  private EndpointUrl url(EffectiveRoute route) throws PortException {
    if (route.destination() == Destination.OTHER) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("doctor.repair.gateway", route.baseUrl()));
    }
    return route.destination().leavesCloud()
        ? EndpointUrl.parse(route.baseUrl()).orElse(chosenUrl)
        : chosenUrl;
  }

  /// The model of a route that does not count any more: the settings do not tell it.
  private Optional<String> lost(Path folder, EffectiveRoute route) throws PortException {
    return route.destination().leavesCloud() ? Optional.empty() : switchRoute.model(folder);
  }

  /// What the project asks for, or what is usual for it; where there is nothing of that kind, the
  /// newest model that Claude Code can work with.
  private LocalTargets.Proposal target(Path folder, Optional<String> lost, ModelServer server)
      throws PortException {
    var proposed = targets.apply(server);
    try {
      return proposed.propose(folder, lost, Optional.empty());
    } catch (PortException e) {
      if (e.kind() != PortException.Kind.MISSING) {
        throw e;
      }
      var best = best(server);
      if (best.isEmpty()) {
        throw e;
      }
      return proposed.propose(folder, best, Optional.empty());
    }
  }

  private static Optional<String> best(ModelServer server) throws PortException {
    return server.installed().stream()
        .filter(model -> ClaudeCodeReadiness.of(model).isReady())
        .max(InstalledModel.OLDEST_FIRST)
        .map(model -> model.name().shortText());
  }

  /// Where the route stands already; where it stands nowhere, in a git repository just for this
  /// person.
  private Scope scope(Path folder, EffectiveRoute route) {
    return switch (route.winner("ANTHROPIC_BASE_URL")) {
      case LOCAL -> Scope.LOCAL;
      case PROJECT -> Scope.PROJECT;
      case USER -> Scope.USER;
      case MANAGED, FLAG, PROCESS, DEFAULT -> ownScope(folder);
    };
  }

  private Scope ownScope(Path folder) {
    return repositories.checkoutOf(folder).isPresent() ? Scope.LOCAL : Scope.PROJECT;
  }
}
