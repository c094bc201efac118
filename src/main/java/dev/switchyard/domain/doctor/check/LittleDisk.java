package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import java.util.List;

/// The disk of the models has no room for another one.
final class LittleDisk implements Check {
  /// The smallest model that the guide names is a download of 7.2 GB.
  private static final long LEAST_BYTES = 7_200_000_000L;

  @Override
  public String id() {
    return "disk-space";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.disk().freeBytes()) {
      case Known.Unknown<Long>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Long>(var free) when free >= LEAST_BYTES ->
          Outcome.fine("doctor.fine.disk", new Bytes(free));
      case Known.Value<Long>(var free) ->
          new Outcome.Found(
              new Finding(
                  WARNING,
                  Message.of("doctor.cause.disk-space", new Bytes(free), new Bytes(LEAST_BYTES)),
                  List.of(),
                  Message.of("doctor.risk.disk-space"),
                  Remedy.ByHand.of(Message.of("doctor.by-hand.disk"), "switchyard models")));
    };
  }
}
