package dev.switchyard.domain.route;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.project.ProjectList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The use case of the list of projects with what was chosen for each and where its requests go.
public final class ProjectRoutes {
  private static final Set<Layer> OF_PROJECT = Set.of(Layer.LOCAL, Layer.PROJECT);

  private final ProjectList projects;
  private final RouteReader routes;
  private final SwitchRoute switches;

  public ProjectRoutes(ProjectList projects, RouteReader routes, SwitchRoute switches) {
    this.projects = projects;
    this.routes = routes;
    this.switches = switches;
  }

  /// @param project the project
  /// @param choice what was chosen for it, or what its own files amount to
  /// @param routes where its requests go from each way of starting, or why that cannot be said
  public record ProjectRoute(Project project, RouteChoice choice, Known<RoutesByStart> routes) {
    /// Where its requests go from a terminal.
    public Known<EffectiveRoute> route() {
      return routes.map(all -> all.of(StartedFrom.TERMINAL));
    }
  }

  public List<ProjectRoute> all() throws PortException {
    return of(projects.all());
  }

  /// The projects whose requests go to an address from some way of starting.
  public List<Project> to(EndpointUrl url) throws PortException {
    return all().stream()
        .filter(row -> row.routes().toOptional().filter(all -> all.leadTo(url)).isPresent())
        .map(ProjectRoute::project)
        .toList();
  }

  /// Some of the projects, read anew.
  public List<ProjectRoute> of(List<Project> some) throws PortException {
    var journal = switches.remembered();
    var now = routes.atThisMoment();
    var rows = new ArrayList<ProjectRoute>();
    for (var project : some) {
      var all = routes(project, now);
      var route = all.map(each -> each.of(StartedFrom.TERMINAL));
      rows.add(new ProjectRoute(project, choice(project, route, journal), all));
    }
    return rows;
  }

  private static Known<RoutesByStart> routes(Project project, RouteReader now) {
    if (!project.exists()) {
      return Known.unknown(Message.of("route.folder-missing", project.folder().toString()));
    }
    try {
      return Known.of(now.readAll(project.folder()));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  /// Somebody may have edited the files since: what is shown as chosen must still be what they say.
  private RouteChoice choice(Project project, Known<EffectiveRoute> route, Journal journal) {
    var chosen = switches.choice(project.folder(), journal);
    var found = route.toOptional();
    if (found.isEmpty()) {
      return chosen.orElse(RouteChoice.INHERIT);
    }
    boolean routesItself = routesItself(found.get());
    if (chosen.isEmpty()) {
      return routesItself ? RouteChoice.LOCAL : RouteChoice.INHERIT;
    }
    boolean stillTrue =
        switch (chosen.get()) {
          case LOCAL -> routesItself || found.get().hasErrors();
          case CLOUD -> found.get().destination() == Destination.CLOUD;
          case INHERIT -> !routesItself;
        };
    return stillTrue ? chosen.get() : routesItself ? RouteChoice.LOCAL : RouteChoice.INHERIT;
  }

  /// Whether the project's own files send requests away from the cloud.
  private static boolean routesItself(EffectiveRoute route) {
    var url = route.values().get("ANTHROPIC_BASE_URL");
    return url != null
        && OF_PROJECT.contains(url.winner())
        && !url.value().isBlank()
        && route.destination() != Destination.CLOUD;
  }
}
