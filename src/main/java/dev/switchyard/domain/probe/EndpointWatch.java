package dev.switchyard.domain.probe;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks at an endpoint before a request and after it.
final class EndpointWatch {
  private final Optional<ModelServer> server;
  private final List<LoadedModel> before;
  private final Message reason;

  private EndpointWatch(Optional<ModelServer> server, List<LoadedModel> before, Message reason) {
    this.server = server;
    this.before = before;
    this.reason = reason;
  }

  /// @throws PortException UNREACHABLE where nobody listens at a local endpoint: Claude Code would
  ///   ask it again and again for minutes
  static EndpointWatch start(EffectiveRoute route, Function<EndpointUrl, ModelServer> servers)
      throws PortException {
    var url = EndpointUrl.parse(route.baseUrl());
    if (!route.destination().leavesCloud() || url.isEmpty()) {
      return blind(Message.of("verify.evidence.cloud"));
    }
    var server = servers.apply(url.get());
    try {
      return new EndpointWatch(Optional.of(server), server.loaded(), Message.of("verify.evidence"));
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.UNREACHABLE && route.destination() == Destination.LOCAL) {
        throw new PortException(
            PortException.Kind.UNREACHABLE,
            Message.of("verify.endpoint-down", route.baseUrl(), e.text()),
            e);
      }
      return blind(Message.of("verify.evidence.not-ollama", route.baseUrl()));
    }
  }

  private static EndpointWatch blind(Message reason) {
    return new EndpointWatch(Optional.empty(), List.of(), reason);
  }

  /// What it shows after the request.
  ///
  /// @param evidence of having answered
  /// @param contextTokens what the model is served with
  record After(EndpointEvidence evidence, Optional<Integer> contextTokens) {
    private static After notShown(Message reason) {
      return new After(new EndpointEvidence.NotShown(reason), Optional.empty());
    }
  }

  /// @param model the model that was asked for
  After after(String model) {
    if (server.isEmpty()) {
      return After.notShown(reason);
    }
    try {
      var asked = ModelName.parse(model);
      var now = server.get().loaded();
      return new After(evidence(asked, now), contextTokens(asked, now));
    } catch (PortException e) {
      return After.notShown(e.text());
    }
  }

  /// The server names a model after the alias that loaded it first, so another name may move.
  private EndpointEvidence evidence(Optional<ModelName> asked, List<LoadedModel> loaded) {
    return loaded.stream()
        .sorted(Comparator.comparing(now -> !asked.equals(Optional.of(now.name()))))
        .flatMap(now -> change(now).stream())
        .findFirst()
        .orElseGet(EndpointEvidence.Silent::new);
  }

  private static Optional<Integer> contextTokens(
      Optional<ModelName> asked, List<LoadedModel> loaded) {
    return loaded.stream()
        .filter(now -> asked.equals(Optional.of(now.name())))
        .map(LoadedModel::contextLength)
        .filter(tokens -> tokens > 0)
        .findFirst();
  }

  private Optional<EndpointEvidence> change(LoadedModel now) {
    var then = before.stream().filter(one -> one.digest().equals(now.digest())).findFirst();
    var name = now.name().shortText();
    if (then.isEmpty()) {
      return Optional.of(new EndpointEvidence.Loaded(name));
    }
    return then.get().expiresAt().equals(now.expiresAt())
        ? Optional.empty()
        : Optional.of(new EndpointEvidence.Moved(name));
  }
}
