package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The project's requests go to an address of this machine where no Ollama is, while it answers at
/// the one that is chosen in Switchyard.
final class ServerAddress implements Check {
  @Override
  public String id() {
    return "server-address";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    var url = facts.server().url();
    if (facts.elsewhere().isEmpty() || !url.isLoopback()) {
      return Outcome.fine("doctor.fine.address", url.toString());
    }
    var chosen = facts.elsewhere().get();
    return switch (facts.server().reply()) {
      case Known.Unknown<Reply>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Reply>(Reply.Ollama _) ->
          Outcome.fine("doctor.fine.answers", url.toString());
      case Known.Value<Reply> _ when chosen.reply() instanceof Known.Unknown<Reply>(var reason) ->
          new Outcome.Unknown(reason);
      case Known.Value<Reply> _ when !chosen.answers() ->
          Outcome.fine("doctor.fine.nowhere", chosen.url().toString());
      case Known.Value<Reply> _ -> new Outcome.Found(finding(facts, chosen.url()));
    };
  }

  private static Finding finding(MachineFacts facts, EndpointUrl answering) {
    var url = facts.server().url();
    var evidence = new ArrayList<Message>();
    evidence.add(Message.of("doctor.evidence.answers", answering.toString()));
    facts
        .project()
        .route()
        .toOptional()
        .map(route -> Evidence.of(route, List.of("ANTHROPIC_BASE_URL")))
        .ifPresent(evidence::addAll);
    return new Finding(
        ERROR,
        Message.of("doctor.cause.server-address", url.toString(), answering.toString()),
        evidence,
        Message.of("doctor.risk.server-down"),
        RepairedRoute.of(
            facts.project(),
            plan -> EndpointUrl.parse(plan.expected().baseUrl()).equals(Optional.of(answering))));
  }
}
