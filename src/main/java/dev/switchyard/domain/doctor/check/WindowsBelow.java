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
import dev.switchyard.domain.doctor.ServerHost.WindowsServer;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.launch.Program;
import java.util.List;
import java.util.Optional;

/// This Linux runs under Windows, as WSL, and asks itself for an Ollama that Windows runs: unless
/// both share their network, `localhost` is not the same in both.
///
/// Source: Microsoft's documentation of networking in WSL. It was not run there.
final class WindowsBelow implements Check {
  @Override
  public String id() {
    return "wsl-windows";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.host().windows()) {
      case Known.Unknown<Optional<WindowsServer>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Optional<WindowsServer>>(var windows) when windows.isEmpty() ->
          Outcome.fine("doctor.fine.no-wsl");
      case Known.Value<Optional<WindowsServer>>(var windows) -> of(facts, windows.get());
    };
  }

  private static Outcome of(MachineFacts facts, WindowsServer windows) {
    var url = facts.server().url().toString();
    return switch (facts.server().reply()) {
      case Known.Unknown<Reply>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Reply>(Reply.Down _) ->
          windows.server().filter(ServerFacts::answers).isPresent()
              ? new Outcome.Found(reachable(facts, windows.server().get().url()))
              : silent(facts, windows);
      case Known.Value<Reply> _ -> Outcome.fine("doctor.fine.answers", url);
    };
  }

  private static Finding reachable(MachineFacts facts, EndpointUrl there) {
    return new Finding(
        ERROR,
        Message.of("doctor.cause.wsl-windows", facts.server().url().toString(), there.toString()),
        List.of(Message.of("doctor.evidence.answers", there.toString())),
        Message.of("doctor.risk.server-down"),
        RepairedRoute.of(
            facts.project(),
            plan -> EndpointUrl.parse(plan.expected().baseUrl()).equals(Optional.of(there))));
  }

  /// An Ollama of the Linux itself is only to be started.
  private static Outcome silent(MachineFacts facts, WindowsServer windows) {
    if (facts.ollama() instanceof Known.Unknown<Optional<Program>>(var reason)) {
      return new Outcome.Unknown(reason);
    }
    if (facts.ollama().toOptional().flatMap(found -> found).isPresent()) {
      return Outcome.fine("doctor.fine.see", "server-down");
    }
    return new Outcome.Found(
        new Finding(
            ERROR,
            Message.of("doctor.cause.wsl-silent"),
            windows.server().stream()
                .map(server -> Message.of("doctor.evidence.url", server.url().toString()))
                .toList(),
            Message.of("doctor.risk.server-down"),
            windows.mirrored()
                ? Remedy.ByHand.of(Message.of("doctor.by-hand.wsl-start"))
                : Remedy.ByHand.of(
                    Message.of("doctor.by-hand.wsl-listen"), "setx OLLAMA_HOST 0.0.0.0:11434")));
  }
}
