package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import dev.switchyard.domain.endpoint.OllamaVersions;
import java.util.Optional;

/// The server can talk to Claude Code, and newer ones do it better.
final class ServerLacksFixes extends OfReply {
  @Override
  public String id() {
    return "server-lacks-fixes";
  }

  @Override
  Optional<Finding> found(MachineFacts facts, Reply reply) {
    if (!(reply instanceof Reply.Ollama(var version)) || !OllamaVersions.canServe(version)) {
      return Optional.empty();
    }
    var missing = OllamaVersions.missing(version);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                INFO,
                Message.of(
                    "doctor.cause.server-lacks-fixes",
                    version.toString(),
                    OllamaVersions.recommended().toString()),
                missing.stream()
                    .map(fix ->
                        Message.of("doctor.evidence.fix", fix.since().toString(), fix.text()))
                    .toList(),
                Message.of("doctor.risk.server-lacks-fixes"),
                ServerTooOld.upgrade(facts)));
  }

  @Override
  Outcome otherwise(MachineFacts facts, Reply reply) {
    return reply instanceof Reply.Ollama(var version)
        ? Outcome.fine("doctor.fine.version", version.toString())
        : new Outcome.Unknown(Message.of("doctor.unknown.no-server"));
  }
}
