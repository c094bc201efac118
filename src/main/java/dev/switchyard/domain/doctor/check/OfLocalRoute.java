package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.function.Function;

/// What is asked of a route that leads to a server of the person's own; nothing is wrong with
/// others.
final class OfLocalRoute {
  private OfLocalRoute() {}

  static Outcome judged(MachineFacts facts, Function<EffectiveRoute, Outcome> check) {
    return switch (facts.project().route()) {
      case Known.Unknown<EffectiveRoute>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<EffectiveRoute>(var route) when !route.destination().leavesCloud() ->
          Outcome.fine("context.not-ours");
      case Known.Value<EffectiveRoute>(var route) -> check.apply(route);
    };
  }
}
