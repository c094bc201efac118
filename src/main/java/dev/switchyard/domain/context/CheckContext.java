package dev.switchyard.domain.context;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.RouteProofs;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The use case that compares the four places of a context length. Blocks for as long as a server
/// needs to answer.
public final class CheckContext {
  private final RouteProofs proofs;
  private final Function<EndpointUrl, ModelServer> servers;

  /// @param servers speaks to the server at an address
  public CheckContext(RouteProofs proofs, Function<EndpointUrl, ModelServer> servers) {
    this.proofs = proofs;
    this.servers = servers;
  }

  /// @return empty where requests go to no server of the person's own: the cloud keeps its own
  ///   contract
  public Optional<ContextContract> of(EffectiveRoute route) {
    if (!route.destination().leavesCloud()) {
      return Optional.empty();
    }
    return EndpointUrl.parse(route.baseUrl())
        .map(servers)
        .map(server -> CompareContexts.of(facts(route, server)));
  }

  private ContextFacts facts(EffectiveRoute route, ModelServer server) {
    var prompt =
        proofs.standing(route).proof().map(Proof::firstPromptTokens).flatMap(Known::toOptional);
    try {
      return facts(route, server.installed(), server.loaded(), prompt);
    } catch (PortException e) {
      boolean answered =
          e.kind() != PortException.Kind.UNREACHABLE && e.kind() != PortException.Kind.TIMEOUT;
      return new ContextFacts(
          route, answered, Known.unknown(e.text()), Known.unknown(e.text()), prompt);
    }
  }

  /// The same with what is known of the server already.
  static ContextFacts facts(
      EffectiveRoute route,
      List<InstalledModel> installed,
      List<LoadedModel> loaded,
      Optional<Long> prompt) {
    var name = route.model().flatMap(ModelName::parse);
    var inMemory = loaded.stream().filter(one -> Optional.of(one.name()).equals(name)).findFirst();
    return new ContextFacts(route, true, model(name, installed), Known.of(inMemory), prompt);
  }

  private static Known<InstalledModel> model(
      Optional<ModelName> name, List<InstalledModel> installed) {
    if (name.isEmpty()) {
      return Known.unknown(Message.of("context.unknown.no-model"));
    }
    var found = installed.stream().filter(one -> one.name().equals(name.get())).findFirst();
    if (found.isEmpty()) {
      return Known.unknown(Message.of("context.unknown.not-installed", name.get().shortText()));
    }
    return found.get().isCloud()
        ? Known.unknown(Message.of("context.unknown.cloud", found.get().remoteHost()))
        : Known.of(found.get());
  }
}
