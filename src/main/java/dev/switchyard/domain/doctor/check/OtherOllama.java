package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import java.util.List;
import java.util.Optional;

/// The server that runs is of another version than the program that is installed: one was updated
/// and not restarted, or they are two installs.
final class OtherOllama implements Check {
  @Override
  public String id() {
    return "ollama-versions";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    var server = facts.server();
    if (!server.url().isLoopback()) {
      return Outcome.fine("doctor.fine.server-elsewhere", server.url().toString());
    }
    if (facts.ollama() instanceof Known.Unknown<Optional<Program>>(var reason)) {
      return new Outcome.Unknown(reason);
    }
    var program = facts.ollama().toOptional().flatMap(found -> found);
    if (program.isEmpty()) {
      return Outcome.fine("doctor.fine.not-installed");
    }
    if (server.version().isEmpty()) {
      return new Outcome.Unknown(Message.of("doctor.unknown.no-server"));
    }
    var running = server.version().get();
    return switch (program.get().version()) {
      case Known.Unknown<Version>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Version>(var installed) when installed.equals(running) ->
          Outcome.fine("doctor.fine.version", running.toString());
      case Known.Value<Version>(var installed) ->
          new Outcome.Found(
              new Finding(
                  WARNING,
                  Message.of(
                      "doctor.cause.ollama-versions", running.toString(), installed.toString()),
                  List.of(
                      Message.of("doctor.evidence.answers", server.url().toString()),
                      Message.of("doctor.evidence.program", program.get().path().toString())),
                  Message.of("doctor.risk.ollama-versions"),
                  Remedy.ByHand.of(Message.of("doctor.by-hand.restart-server"))));
    };
  }
}
