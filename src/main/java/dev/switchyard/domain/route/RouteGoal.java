package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whether the route that follows is the one that was asked for, and what stands in the way where
/// it is not: a stronger layer, or a route that nobody remembers writing.
final class RouteGoal {
  private static final String BASE_URL = "ANTHROPIC_BASE_URL";

  private RouteGoal() {}

  /// @param leftover a file that still carries a route and of which nothing is remembered
  /// @return empty where the goal is reached
  static List<Problem> missed(RouteRequest request, EffectiveRoute route, Optional<Path> leftover) {
    return switch (request.choice()) {
      case LOCAL -> missed(request.local().orElseThrow(), route);
      case CLOUD ->
          route.destination() == Destination.CLOUD
              ? List.of()
              : List.of(overruled(route, BASE_URL));
      case INHERIT ->
          leftover
              .map(file ->
                  problem("route-left", Message.of("route.problem.route-left", file.toString())))
              .stream()
              .toList();
    };
  }

  private static List<Problem> missed(RouteRequest.LocalTarget target, EffectiveRoute route) {
    var wanted = BaseUrl.parse(target.baseUrl());
    boolean isCloud = route.destination() == Destination.CLOUD;
    if (isCloud || !BaseUrl.parse(route.baseUrl()).leadsWhere(wanted)) {
      return List.of(overruled(route, provider(route).orElse(BASE_URL)));
    }
    if (route.model().equals(Optional.of(target.model()))) {
      return List.of();
    }
    var byVariable = route.values().get("ANTHROPIC_MODEL");
    boolean variableWins = byVariable != null && !byVariable.value().isEmpty();
    return List.of(overruled(route, variableWins ? "ANTHROPIC_MODEL" : "model"));
  }

  private static Optional<String> provider(EffectiveRoute route) {
    return RouteResolver.PROVIDERS.stream()
        .filter(name -> {
          var setting = route.values().get(name);
          return setting != null && EffectiveSettings.isOnValue(setting.value());
        })
        .findFirst();
  }

  private static Problem overruled(EffectiveRoute route, String key) {
    var setting = route.values().get(key);
    return problem(
        "overruled",
        Message.of(
            "route.problem.overruled",
            key,
            RouteProblems.layer(route.winner(key)),
            setting == null ? "" : setting.value()));
  }

  private static Problem problem(String id, Message text) {
    return new Problem(id, Severity.ERROR, text);
  }
}
