package dev.switchyard.ui.projects;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.ui.component.StateDot;

/// How a route looks from its settings. Whether requests really go there is not said by it: green
/// is kept for what was proven.
enum RouteState {
  CONFIGURED(StateDot.State.UNPROVEN, "route-plain"),
  WARNING(StateDot.State.WARNING, "warning"),
  BAD(StateDot.State.BAD, "bad"),
  GONE(StateDot.State.OPEN, "muted");

  private final StateDot.State dot;
  private final String styleClass;

  RouteState(StateDot.State dot, String styleClass) {
    this.dot = dot;
    this.styleClass = styleClass;
  }

  static RouteState of(Known<EffectiveRoute> known) {
    return switch (known) {
      case Known.Unknown<EffectiveRoute> _ -> GONE;
      case Known.Value<EffectiveRoute>(var route) when route.hasErrors() -> BAD;
      case Known.Value<EffectiveRoute>(var route)
          when route.problems().stream()
              .anyMatch(problem -> problem.severity() == EffectiveRoute.Severity.WARNING) ->
          WARNING;
      case Known.Value<EffectiveRoute> _ -> CONFIGURED;
    };
  }

  StateDot.State dot() {
    return dot;
  }

  String styleClass() {
    return styleClass;
  }
}
