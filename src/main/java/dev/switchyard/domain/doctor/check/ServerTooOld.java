package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import dev.switchyard.domain.endpoint.OllamaVersions;
import java.util.List;
import java.util.Optional;

/// The server is older than what Claude Code speaks.
final class ServerTooOld extends OfReply {
  @Override
  public String id() {
    return "server-too-old";
  }

  @Override
  Optional<Finding> found(MachineFacts facts, Reply reply) {
    return reply instanceof Reply.Ollama(var version) && !OllamaVersions.canServe(version)
        ? Optional.of(
            new Finding(
                ERROR,
                Message.of(
                    "launch.warning.server-too-old",
                    version.toString(),
                    OllamaVersions.REQUIRED.toString()),
                List.of(Message.of("doctor.evidence.version", version.toString())),
                Message.of("doctor.risk.server-too-old"),
                upgrade(facts)))
        : Optional.empty();
  }

  static Remedy upgrade(MachineFacts facts) {
    return Remedy.ByHand.of(
        Message.of("doctor.by-hand.upgrade"), OllamaVersions.upgradeCommand(facts.system()));
  }

  /// Who does not answer tells no version.
  @Override
  Outcome otherwise(MachineFacts facts, Reply reply) {
    return reply instanceof Reply.Ollama(var version)
        ? Outcome.fine("doctor.fine.version", version.toString())
        : new Outcome.Unknown(Message.of("doctor.unknown.no-server"));
  }
}
