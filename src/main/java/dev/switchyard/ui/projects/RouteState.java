package dev.switchyard.ui.projects;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.probe.Standing;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.ui.component.StateDot;
import java.util.Optional;

/// How a route looks: green is kept for what was proven by requests, not for what its settings say.
enum RouteState {
  PROVEN(StateDot.State.DONE, "good"),
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

  /// @param standing what was proven of it, as far as anything was
  static RouteState of(Known<EffectiveRoute> known, Optional<Standing> standing) {
    return switch (known) {
      case Known.Unknown<EffectiveRoute> _ -> GONE;
      case Known.Value<EffectiveRoute>(var route)
          when route.hasErrors() || standing.filter(Standing::disproven).isPresent() ->
          BAD;
      case Known.Value<EffectiveRoute>(var route)
          when route.problems().stream()
              .anyMatch(problem -> problem.severity() == EffectiveRoute.Severity.WARNING) ->
          WARNING;
      case Known.Value<EffectiveRoute> _ ->
          standing.filter(Standing::proven).isPresent() ? PROVEN : CONFIGURED;
    };
  }

  StateDot.State dot() {
    return dot;
  }

  String styleClass() {
    return styleClass;
  }
}
