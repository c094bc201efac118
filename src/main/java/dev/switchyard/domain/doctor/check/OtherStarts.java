package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.StartedFrom;
import java.util.EnumMap;
import java.util.List;

/// Claude Code in VS Code, or started from the desktop, does not follow the route of the terminal.
///
/// @param id the check's
/// @param from what starts it
record OtherStarts(String id, StartedFrom from) implements Check {
  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.project().routes()) {
      case Known.Unknown<RoutesByStart>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<RoutesByStart>(var routes) -> of(facts, routes);
    };
  }

  private Outcome of(MachineFacts facts, RoutesByStart routes) {
    var other = routes.of(from);
    if (routes.differingFrom(StartedFrom.TERMINAL).contains(from)) {
      return new Outcome.Found(
          new Finding(
              WARNING,
              Message.of("doctor.cause.other-start", RouteSentence.place(other)),
              reasons(routes),
              Message.of("doctor.risk.other-start"),
              RepairedRoute.of(facts.project(), plan -> isWritten(plan, other))));
    }
    return Environment.unknown(other)
        .<Outcome>map(Outcome.Unknown::new)
        .orElseGet(() -> new Outcome.Fine(RouteSentence.of(other)));
  }

  private List<Message> reasons(RoutesByStart routes) {
    var only = new EnumMap<StartedFrom, EffectiveRoute>(routes.routes());
    for (var start : StartedFrom.values()) {
      if (start != from) {
        only.put(start, routes.of(StartedFrom.TERMINAL));
      }
    }
    return RouteSentence.differences(new RoutesByStart(only), StartedFrom.TERMINAL);
  }

  /// A settings file counts from everywhere; it helps where now only the environment decides.
  private static boolean isWritten(RoutePlan plan, EffectiveRoute other) {
    return plan.expected().destination().leavesCloud() && !other.destination().leavesCloud();
  }
}
