package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.ServerEnvironment;
import dev.switchyard.domain.doctor.ServerEnvironment.Placed;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A variable of Ollama's is set in the shell, where the server that somebody else starts never
/// sees it.
final class ServiceVariables implements Check {
  private static final String HOST = "OLLAMA_HOST";

  @Override
  public String id() {
    return "service-environment";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    var url = facts.server().url();
    if (!url.isLoopback()) {
      return Outcome.fine("doctor.fine.server-elsewhere", url.toString());
    }
    return switch (facts.host().shell()) {
      case Known.Unknown<Map<String, Placed>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Map<String, Placed>>(var shell) ->
          switch (facts.host().environment()) {
            case Known.Unknown<ServerEnvironment>(var reason) -> new Outcome.Unknown(reason);
            case Known.Value<ServerEnvironment>(var server) -> of(facts, shell, server);
          };
    };
  }

  private static Outcome of(
      MachineFacts facts, Map<String, Placed> shell, ServerEnvironment server) {
    var unseen = new TreeMap<String, String>();
    shell.forEach((name, placed) -> {
      if (!isSame(name, placed.value(), server)) {
        unseen.put(name, placed.value());
      }
    });
    return unseen.isEmpty()
        ? Outcome.fine("doctor.fine.service-environment", shell.size())
        : new Outcome.Found(
            new Finding(
                WARNING,
                Message.of("doctor.cause.service-environment", String.join(", ", unseen.keySet())),
                unseen.keySet().stream()
                    .flatMap(name -> evidence(name, shell, server))
                    .collect(Collectors.toUnmodifiableList()),
                Message.of("doctor.risk.service-environment"),
                StartedWith.remedy(facts, unseen)));
  }

  /// An address of another machine is only the client's business. So is one that means all
  /// addresses: a client asks this machine with it, and a server would be open to the network.
  private static boolean isSame(String name, String value, ServerEnvironment server) {
    var other = server.variable(name).map(Placed::value);
    if (!name.equals(HOST)) {
      return other.filter(value.strip()::equals).isPresent();
    }
    var asked = EndpointUrl.parse(value);
    return asked.filter(EndpointUrl::isLoopback).isEmpty()
        || other.filter(value.strip()::equals).isPresent()
        || ServerExposed.isOfAll(value)
        || other.flatMap(EndpointUrl::parse).orElse(EndpointUrl.DEFAULT).uri().getPort()
            == asked.get().uri().getPort();
  }

  private static Stream<Message> evidence(
      String name, Map<String, Placed> shell, ServerEnvironment server) {
    var inShell = shell.get(name);
    return Stream.concat(
        Stream.ofNullable(inShell)
            .map(placed ->
                Message.of("doctor.evidence.setting", name, placed.value(), placed.place())),
        Stream.of(
            server
                .variable(name)
                .map(placed ->
                    Message.of(
                        "doctor.evidence.server-variable", name, placed.value(), placed.place()))
                .orElseGet(() -> Message.of("doctor.evidence.server-unset", name))));
  }

  /// The variables that the server is started with, as evidence.
  static List<Message> evidence(String name, ServerEnvironment server) {
    return evidence(name, Map.of(), server).toList();
  }
}
