package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What reading the project's settings shows already. Writing the route once more mends it where
/// the route that follows would not have the problem any more.
///
/// @param id the check's
/// @param isAbout which problems of [EffectiveRoute] it is about
/// @param keys whose values are the evidence
record RouteCheck(String id, Predicate<Problem> isAbout, List<String> keys) implements Check {
  static RouteCheck of(String id, Set<String> problems, String... keys) {
    return new RouteCheck(id, problem -> problems.contains(problem.id()), List.of(keys));
  }

  static RouteCheck matching(String id, Predicate<Problem> isAbout) {
    return new RouteCheck(id, isAbout, List.of());
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.project().route()) {
      case Known.Unknown<EffectiveRoute>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<EffectiveRoute>(var route) -> {
        var found = in(route);
        yield found.isEmpty()
            ? Outcome.fine("doctor.fine.route")
            : new Outcome.Found(finding(facts, route, found));
      }
    };
  }

  /// Most serious first, as the route has them.
  private List<Problem> in(EffectiveRoute route) {
    return route.problems().stream().filter(isAbout).toList();
  }

  private Finding finding(MachineFacts facts, EffectiveRoute route, List<Problem> found) {
    var worst = found.getFirst();
    var evidence = new ArrayList<Message>();
    found.stream().skip(1).map(Problem::text).forEach(evidence::add);
    evidence.addAll(Evidence.of(route, keys));
    return new Finding(
        worst.severity(), worst.text(), evidence, Message.of("doctor.risk." + id), remedy(facts));
  }

  private Remedy remedy(MachineFacts facts) {
    return RepairedRoute.of(facts.project(), plan -> in(plan.expected()).isEmpty());
  }
}
