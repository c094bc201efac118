package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.endpoint.LoopbackHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The server takes requests from the network, and asks nobody who they are.
final class ServerExposed implements Check {
  private static final Pattern ALL =
      Pattern.compile(
          "[\"']*+(?:https?://)?(?:0\\.0\\.0\\.0|\\[?::]?|(?=:\\d))(?::\\d*)?(?:/.*)?[\"']*+");

  @Override
  public String id() {
    return "server-exposed";
  }

  /// Whether a value of `OLLAMA_HOST` has the server listen at every address, as a port without a
  /// host does too.
  static boolean isOfAll(String host) {
    return ALL.matcher(host.strip()).matches();
  }

  @Override
  public Outcome of(MachineFacts facts) {
    var url = facts.server().url();
    if (!url.isLoopback()) {
      return Outcome.fine("doctor.fine.server-elsewhere", url.toString());
    }
    return switch (facts.host().listening()) {
      case Known.Unknown<List<String>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<List<String>>(var addresses) when addresses.isEmpty() ->
          new Outcome.Unknown(Message.of("doctor.unknown.no-listener", url.toString()));
      case Known.Value<List<String>>(var addresses) -> of(facts, addresses);
    };
  }

  private static Outcome of(MachineFacts facts, List<String> addresses) {
    var open = addresses.stream().filter(one -> !LoopbackHosts.contains(one)).toList();
    return open.isEmpty()
        ? Outcome.fine("doctor.fine.listening", String.join(", ", addresses))
        : new Outcome.Found(finding(facts, addresses));
  }

  private static Finding finding(MachineFacts facts, List<String> addresses) {
    int port = facts.server().url().uri().getPort();
    var evidence = new ArrayList<Message>();
    evidence.add(
        Message.of(
            "doctor.evidence.listening", String.valueOf(port), String.join(", ", addresses)));
    facts
        .host()
        .environment()
        .toOptional()
        .map(server -> ServiceVariables.evidence("OLLAMA_HOST", server))
        .ifPresent(evidence::addAll);
    return new Finding(
        WARNING,
        Message.of("doctor.cause.server-exposed"),
        evidence,
        Message.of("doctor.risk.server-exposed"),
        StartedWith.remedy(facts, Map.of("OLLAMA_HOST", "127.0.0.1:" + port)));
  }
}
