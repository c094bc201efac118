package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteSentence;
import java.util.List;
import java.util.Optional;

/// Something stronger decides otherwise than the person chose for this project.
final class OverruledRoute implements Check {
  @Override
  public String id() {
    return "route-overruled";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    if (facts.project().chosen() instanceof Known.Unknown<Optional<RouteChoice>>(var reason)) {
      return new Outcome.Unknown(reason);
    }
    if (facts.project().route() instanceof Known.Unknown<EffectiveRoute>(var reason)) {
      return new Outcome.Unknown(reason);
    }
    var choice = facts.project().chosen().toOptional().flatMap(chosen -> chosen);
    var route = facts.project().route().toOptional().orElseThrow();
    if (choice.isEmpty() || !contradicts(choice.get(), route)) {
      return Environment.unknown(route)
          .<Outcome>map(Outcome.Unknown::new)
          .orElseGet(() -> new Outcome.Fine(RouteSentence.of(route)));
    }
    if (route.problem("settings-invalid").isPresent()) {
      return Outcome.fine("doctor.fine.see", "settings-invalid");
    }
    return new Outcome.Found(
        new Finding(
            ERROR,
            Message.of(
                "launch.warning.route-unexpected",
                Message.of(
                    "launch.choice." + (choice.get() == RouteChoice.CLOUD ? "cloud" : "local")),
                Message.of("route.destination." + route.destination().wireName())),
            Evidence.of(
                route, List.of("ANTHROPIC_BASE_URL", "ANTHROPIC_MODEL", "ANTHROPIC_API_KEY")),
            Message.of("doctor.risk.route-overruled"),
            RepairedRoute.of(
                facts.project(), plan -> !contradicts(choice.get(), plan.expected()))));
  }

  private static boolean contradicts(RouteChoice choice, EffectiveRoute route) {
    return switch (choice) {
      case LOCAL -> !route.destination().leavesCloud();
      case CLOUD -> route.destination().leavesCloud();
      case INHERIT -> false;
    };
  }
}
