package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.ProjectFacts;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RouteRequest;
import java.util.Optional;
import java.util.function.Predicate;

/// The remedy of writing the project's route once more, where that is known to help.
final class RepairedRoute {
  private RepairedRoute() {}

  /// @param helps whether the route that would follow is without the problem
  static Remedy of(ProjectFacts project, Predicate<RoutePlan> helps) {
    return switch (project.repair()) {
      case Known.Value<RoutePlan>(var plan) when !plan.changesNothing() && helps.test(plan) ->
          Remedy.Fix.of(new Step.SwitchRoute(plan.request()));
      case Known.Value<RoutePlan> _ ->
          Remedy.ByHand.of(Message.of("doctor.by-hand.route-does-not-help"));
      case Known.Unknown<RoutePlan>(var reason) ->
          Remedy.ByHand.of(Message.of("doctor.by-hand.route", reason));
    };
  }

  /// The same route for a model that differs in nothing but its name.
  static Optional<Step> to(ProjectFacts project, String model) {
    return project
        .repair()
        .toOptional()
        .flatMap(plan -> plan.request().local())
        .flatMap(target -> to(project, model, target.contextTokens()));
  }

  /// The same route for another model or context; empty where no route can be written.
  static Optional<Step> to(ProjectFacts project, String model, int contextTokens) {
    return project
        .repair()
        .toOptional()
        .map(RoutePlan::request)
        .flatMap(request ->
            request
                .local()
                .map(target ->
                    new Step.SwitchRoute(
                        RouteRequest.local(
                            request.folder(), request.scope(), target.of(model, contextTokens)))));
  }
}
