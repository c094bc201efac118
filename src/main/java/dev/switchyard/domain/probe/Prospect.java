package dev.switchyard.domain.probe;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteSentence;
import java.util.Optional;

/// What a proof would mean, to be told before.
///
/// @param route the route by its settings
/// @param hazard why nothing may be sent at all
/// @param last the folder's last proof, for how long a prompt took
public record Prospect(EffectiveRoute route, Optional<Message> hazard, Optional<Proof> last) {
  static Prospect of(EffectiveRoute route, Optional<Proof> last) {
    return new Prospect(route, RouteHazard.of(route), last);
  }

  /// Whether the real request goes to a cloud.
  public boolean costsMoney() {
    return route.destination() == Destination.CLOUD;
  }

  /// The same for a person: what it costs, in money or in time.
  public Message text() {
    if (hazard.isPresent()) {
      return hazard.get();
    }
    if (costsMoney()) {
      return Message.of("verify.prospect.costs");
    }
    return last.flatMap(proof -> proof.where().toOptional())
        .filter(seen -> seen.promptTokens().isPresent())
        .map(seen ->
            Message.of(
                "verify.prospect.last",
                RouteSentence.host(route),
                seen.promptTokens().orElse(0L),
                seen.took().toSeconds()))
        .orElseGet(() -> Message.of("verify.prospect.first", RouteSentence.host(route)));
  }
}
