package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import java.util.List;

/// Parts of pulls that broke off lie on the disk.
final class UnfinishedPulls implements Check {
  @Override
  public String id() {
    return "unfinished-pulls";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.disk().unfinishedBytes()) {
      case Known.Unknown<Long>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Long>(var bytes) when bytes == 0 -> Outcome.fine("doctor.fine.unfinished");
      case Known.Value<Long>(var bytes) ->
          new Outcome.Found(
              new Finding(
                  INFO,
                  Message.of("doctor.cause.unfinished-pulls", new Bytes(bytes)),
                  List.of(),
                  Message.of("doctor.risk.unfinished-pulls"),
                  Remedy.ByHand.of(Message.of("doctor.by-hand.unfinished"))));
    };
  }
}
