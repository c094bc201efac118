package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import java.util.Optional;

/// Another program listens at the server's address.
final class ServerForeign extends OfReply {
  @Override
  public String id() {
    return "server-foreign";
  }

  /// A server elsewhere may well be a gateway that somebody wants.
  @Override
  Optional<Finding> found(MachineFacts facts, Reply reply) {
    boolean isHere = facts.server().url().isLoopback();
    return reply instanceof Reply.Foreign(var reason)
        ? Optional.of(
            new Finding(
                isHere ? ERROR : INFO,
                reason,
                facts.portOwner().toOptional().flatMap(owner -> owner).stream()
                    .map(owner -> Message.of("doctor.evidence.owner", owner))
                    .toList(),
                Message.of("doctor.risk.server-foreign"),
                Remedy.ByHand.of(
                    Message.of("doctor.by-hand.port", facts.server().url().toString()))))
        : Optional.empty();
  }
}
