package dev.switchyard.domain.probe;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import java.util.Optional;
import java.util.Set;

/// Why nothing must be sent along a route, not even to prove it.
final class RouteHazard {
  private static final Set<String> LEAKS = Set.of("credential-leak", "saved-key-unknown");

  private RouteHazard() {}

  /// What stands in the way of any request.
  static Optional<Message> of(EffectiveRoute route) {
    if (route.destination() == Destination.UNUSABLE) {
      return Optional.of(Message.of("verify.skipped.unusable"));
    }
    boolean leaks =
        route.destination() != Destination.CLOUD && route.credential() == Credential.CLOUD
            || route.problems().stream().map(Problem::id).anyMatch(LEAKS::contains);
    return leaks ? Optional.of(Message.of("verify.skipped.leak")) : catchingProxy(route);
  }

  static Optional<Message> catchingProxy(EffectiveRoute route) {
    return route.problem("proxy-catches").map(_ -> Message.of("verify.skipped.proxy"));
  }

  /// What keeps the witness from being asked: a cloud route's requests carry the person's own
  /// credential.
  static Optional<Message> ofWitness(EffectiveRoute route) {
    return route.destination() == Destination.CLOUD
        ? Optional.of(Message.of("verify.skipped.cloud"))
        : of(route);
  }
}
