package dev.switchyard.domain.health;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The use case that lists the endpoints that can be checked, each with the models that it has to
/// have: the chosen server, unless it has a name of its own, and all that the person has named.
public final class HealthSubjects {
  /// What the chosen server is called where the person has given it no name.
  public static final String DEFAULT_NAME = "default";

  private final Endpoints endpoints;
  private final Supplier<EndpointUrl> chosen;
  private final Supplier<ProjectRoutes> projects;

  public HealthSubjects(
      Endpoints endpoints, Supplier<EndpointUrl> chosen, Supplier<ProjectRoutes> projects) {
    this.endpoints = endpoints;
    this.chosen = chosen;
    this.projects = projects;
  }

  /// @param names those that are meant, in this order; all where there are none
  /// @param model what each of them has to have; empty for those that projects are routed to there
  /// @throws PortException MISSING for a name that nothing has, MALFORMED where what is kept cannot
  ///   be read
  public List<HealthSubject> of(List<String> names, Optional<String> model, boolean firstToken)
      throws PortException {
    return wishing(bare(names), model, firstToken);
  }

  /// What each of them is to be checked for.
  ///
  /// @param bare whatever they wish for is replaced
  /// @throws PortException MALFORMED where the list of projects cannot be read
  public List<HealthSubject> wishing(
      List<HealthSubject> bare, Optional<String> model, boolean firstToken) throws PortException {
    var all = new ArrayList<HealthSubject>();
    var routes = model.isPresent() ? List.<ProjectRoute>of() : projects.get().all();
    for (var one : bare) {
      var models = model.map(List::of).orElseGet(() -> routedTo(one.url(), routes));
      var wish = new HealthWish(models, firstToken);
      all.add(new HealthSubject(one.name(), one.kind(), one.url(), wish));
    }
    return all;
  }

  private List<HealthSubject> bare(List<String> names) throws PortException {
    var all = new ArrayList<HealthSubject>();
    var profiles = endpoints.all();
    var url = chosen.get();
    if (profiles.stream().noneMatch(profile -> profile.url().isSameAs(url))) {
      all.add(bare(DEFAULT_NAME, EndpointKind.OLLAMA, url));
    }
    profiles.forEach(profile -> all.add(bare(profile.name(), profile.kind(), profile.url())));
    if (names.isEmpty()) {
      return all;
    }
    var meant = new ArrayList<HealthSubject>();
    for (var name : names) {
      // The person's own name before ours.
      var found = all.reversed().stream().filter(one -> one.name().equals(name)).findFirst();
      if (found.isEmpty()) {
        endpoints.named(name);
      }
      found.ifPresent(meant::add);
    }
    return meant;
  }

  /// One for which nothing is wished.
  public static HealthSubject bare(String name, EndpointKind kind, EndpointUrl url) {
    return new HealthSubject(name, kind, url, new HealthWish(List.of(), false));
  }

  private static List<String> routedTo(EndpointUrl url, List<ProjectRoute> routes) {
    return routes.stream()
        .flatMap(row -> row.route().toOptional().stream())
        .filter(route -> leadsTo(route, url))
        .flatMap(route -> route.model().stream())
        .map(model -> model.strip().replaceFirst("(?i)\\[1m]$", ""))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean leadsTo(EffectiveRoute route, EndpointUrl url) {
    return route.destination().leavesCloud()
        && EndpointUrl.parse(route.baseUrl()).filter(url::isSameAs).isPresent();
  }
}
