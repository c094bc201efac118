package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is wrong or surprising in a route. Another check is one more method of the group that it
/// belongs to, and its text.
final class RouteProblems {
  private static final List<Function<Resolution, Stream<Problem>>> GROUPS =
      List.of(
          LocalOnlyProblems::of,
          LayerProblems::of,
          AddressProblems::of,
          CredentialProblems::of,
          ModelProblems::of);

  private RouteProblems() {}

  /// @return most serious first
  static List<Problem> of(Resolution route) {
    return GROUPS.stream()
        .flatMap(group -> group.apply(route))
        .sorted(Comparator.comparing(Problem::severity).reversed())
        .toList();
  }

  /// @param id stable, and the end of its text's key
  static Problem problem(String id, Severity severity, Object... arguments) {
    return new Problem(id, severity, Message.of("route.problem." + id, arguments));
  }

  /// How a text names a layer.
  static Message layer(Layer layer) {
    return Message.of("route.layer." + layer.wireName());
  }
}
