package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import dev.switchyard.domain.endpoint.OllamaVersions;
import dev.switchyard.domain.launch.Program;
import java.util.List;
import java.util.Optional;

/// Nobody answers on this machine, and nothing is installed that could.
final class OllamaMissing implements Check {
  @Override
  public String id() {
    return "ollama-missing";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    var url = facts.server().url();
    if (!url.isLoopback()) {
      return Outcome.fine("doctor.fine.server-elsewhere", url.toString());
    }
    return switch (facts.server().reply()) {
      case Known.Unknown<Reply>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Reply>(Reply.Down(var reason)) -> ofProgram(facts, reason);
      case Known.Value<Reply> _ -> Outcome.fine("doctor.fine.answers", url.toString());
    };
  }

  private static Outcome ofProgram(MachineFacts facts, Message down) {
    return switch (facts.ollama()) {
      case Known.Unknown<Optional<Program>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Optional<Program>>(var program) when program.isPresent() ->
          Outcome.fine("doctor.fine.installed", program.get().path().toString());
      case Known.Value<Optional<Program>> _ ->
          new Outcome.Found(
              new Finding(
                  ERROR,
                  Message.of("programs.ollama-missing"),
                  List.of(down),
                  Message.of("doctor.risk.ollama-missing"),
                  Remedy.ByHand.of(
                      Message.of("doctor.by-hand.install"),
                      OllamaVersions.installCommand(facts.system()))));
    };
  }
}
