package dev.switchyard.domain.route;

import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The routes of one folder, for each way of starting Claude Code.
///
/// @param routes one for every way
public record RoutesByStart(Map<StartedFrom, EffectiveRoute> routes) {
  public RoutesByStart {
    routes = new EnumMap<>(routes);
  }

  /// The same route from everywhere.
  public static RoutesByStart same(EffectiveRoute route) {
    var routes = new EnumMap<StartedFrom, EffectiveRoute>(StartedFrom.class);
    Stream.of(StartedFrom.values()).forEach(from -> routes.put(from, route));
    return new RoutesByStart(routes);
  }

  public EffectiveRoute of(StartedFrom from) {
    var route = routes.get(from);
    if (route == null) {
      throw new IllegalArgumentException("no route from " + from);
    }
    return route;
  }

  /// Whether requests go to this address from some way of starting.
  public boolean leadTo(EndpointUrl url) {
    return routes.values().stream()
        .filter(route -> route.destination().leavesCloud())
        .flatMap(route -> EndpointUrl.parse(route.baseUrl()).stream())
        .anyMatch(found -> found.uri().equals(url.uri()));
  }

  /// The ways from which requests go elsewhere, name another model, carry another kind of
  /// credential or meet other errors than from this one.
  public List<StartedFrom> differingFrom(StartedFrom from) {
    var own = Essence.of(of(from));
    return Stream.of(StartedFrom.values())
        .filter(other -> !Essence.of(of(other)).equals(own))
        .toList();
  }

  /// Whether it matters how Claude Code is started.
  public boolean differ() {
    return !differingFrom(StartedFrom.TERMINAL).isEmpty();
  }

  /// What makes two routes the same for a person.
  private record Essence(
      Destination destination,
      String baseUrl,
      Optional<String> model,
      Credential credential,
      Set<String> errors) {
    static Essence of(EffectiveRoute route) {
      var errors =
          route.problems().stream()
              .filter(problem -> problem.severity() == EffectiveRoute.Severity.ERROR)
              .map(EffectiveRoute.Problem::id)
              .collect(Collectors.toUnmodifiableSet());
      return new Essence(
          route.destination(), route.baseUrl(), route.model(), route.credential(), errors);
    }
  }
}
