package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import java.util.List;
import java.util.Optional;

/// Something takes the connection and never answers.
final class ServerSilent extends OfReply {
  @Override
  public String id() {
    return "server-silent";
  }

  @Override
  Optional<Finding> found(MachineFacts facts, Reply reply) {
    return reply instanceof Reply.Silent(var reason)
        ? Optional.of(
            new Finding(
                ERROR,
                reason,
                List.of(Message.of("doctor.evidence.url", facts.server().url().toString())),
                Message.of("doctor.risk.server-silent"),
                Remedy.ByHand.of(Message.of("doctor.by-hand.restart-server"))))
        : Optional.empty();
  }
}
