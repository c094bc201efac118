package dev.switchyard.domain.context;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The use case that compares the four places of a context length. Blocks for as long as a server
/// needs to answer.
public final class CheckContext {
  private final FirstPrompts prompts;
  private final Function<EndpointUrl, Served> servers;

  /// What a server said.
  private sealed interface Served {
    record Answer(List<InstalledModel> installed, List<LoadedModel> loaded) implements Served {}

    record Nothing(PortException failure) implements Served {}
  }

  /// Port: the first prompts that were measured.
  @FunctionalInterface
  public interface FirstPrompts {
    /// The length of a project's first prompt in tokens, where it was measured on this very route.
    Optional<Long> measured(EffectiveRoute route);
  }

  /// @param servers speaks to the server at an address
  public CheckContext(FirstPrompts prompts, Function<EndpointUrl, ModelServer> servers) {
    this(servers.andThen(CheckContext::ask), prompts);
  }

  private CheckContext(Function<EndpointUrl, Served> servers, FirstPrompts prompts) {
    this.prompts = prompts;
    this.servers = servers;
  }

  /// The same for many projects in turn: each server is asked once, so it is only good for one
  /// look.
  public CheckContext atThisMoment() {
    var asked = new HashMap<EndpointUrl, Served>();
    return new CheckContext(url -> asked.computeIfAbsent(url, servers), prompts);
  }

  /// @return empty where requests go to no server of the person's own: the cloud keeps its own
  ///   contract
  public Optional<ContextContract> of(EffectiveRoute route) {
    if (!route.destination().leavesCloud()) {
      return Optional.empty();
    }
    return EndpointUrl.parse(route.baseUrl())
        .map(servers)
        .map(served -> CompareContexts.of(facts(route, served)));
  }

  /// The same with what is known of the server already.
  public ContextContract of(
      EffectiveRoute route, List<InstalledModel> installed, List<LoadedModel> loaded) {
    return CompareContexts.of(facts(route, new Served.Answer(installed, loaded)));
  }

  private static Served ask(ModelServer server) {
    try {
      return new Served.Answer(server.installed(), server.loaded());
    } catch (PortException e) {
      return new Served.Nothing(e);
    }
  }

  private ContextFacts facts(EffectiveRoute route, Served served) {
    var prompt = prompts.measured(route);
    return switch (served) {
      case Served.Answer(var installed, var loaded) -> facts(route, installed, loaded, prompt);
      case Served.Nothing(var failure) ->
          new ContextFacts(
              route,
              failure.kind() != PortException.Kind.UNREACHABLE
                  && failure.kind() != PortException.Kind.TIMEOUT,
              Known.unknown(failure.text()),
              Known.unknown(failure.text()),
              prompt);
    };
  }

  private static ContextFacts facts(
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
