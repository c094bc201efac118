package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.ServerFacts;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.launch.Program;
import java.util.List;
import java.util.Optional;

/// The server is installed, or is on another machine, and nobody answers at its address.
final class ServerDown implements Check {
  @Override
  public String id() {
    return "server-down";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    var url = facts.server().url();
    return switch (facts.server().reply()) {
      case Known.Unknown<Reply>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Reply>(Reply.Down(var reason)) -> down(facts, reason);
      case Known.Value<Reply> _ -> Outcome.fine("doctor.fine.answers", url.toString());
    };
  }

  private static Outcome down(MachineFacts facts, Message reason) {
    if (facts.elsewhere().filter(ServerFacts::answers).isPresent()) {
      return Outcome.fine("doctor.fine.see", "server-address");
    }
    boolean isHere = facts.server().url().isLoopback();
    if (isHere && facts.ollama().equals(Known.of(Optional.<Program>empty()))) {
      return Outcome.fine("doctor.fine.see", "ollama-missing");
    }
    return new Outcome.Found(
        new Finding(
            ERROR,
            reason,
            program(facts),
            Message.of("doctor.risk.server-down"),
            isHere
                ? start(facts)
                : Remedy.ByHand.of(Message.of("doctor.by-hand.start-there"), "ollama serve")));
  }

  /// A service belongs to the system, and only an administrator may start it.
  private static Remedy start(MachineFacts facts) {
    return facts.service().equals(Known.of(true))
        ? Remedy.ByHand.of(Message.of("doctor.by-hand.service"), "sudo systemctl start ollama")
        : Remedy.Fix.of(new Step.StartServer(facts.server().url()));
  }

  private static List<Message> program(MachineFacts facts) {
    return facts.ollama().toOptional().flatMap(found -> found).stream()
        .map(found -> Message.of("doctor.evidence.program", found.path().toString()))
        .toList();
  }
}
