package dev.switchyard.domain.route;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out what a local route should say where the person did not: the model, and the context
/// length that it is served with. It never fails because a server is away; it says so.
public final class LocalTargets {
  private final ModelServer server;
  private final ModelfileStore saved;
  private final RouteReader routes;
  private final RouteKnowledge knowledge;

  /// @param knowledge knows whether the server has a name, and what it wants then
  public LocalTargets(
      ModelServer server, ModelfileStore saved, RouteReader routes, RouteKnowledge knowledge) {
    this.server = server;
    this.saved = saved;
    this.routes = routes;
    this.knowledge = knowledge;
  }

  /// @param target where the route goes
  /// @param notes what the person should know about it
  public record Proposal(LocalTarget target, List<Message> notes) {
    public Proposal {
      notes = List.copyOf(notes);
    }
  }

  /// @param folder the project
  /// @param model the model that the person names, empty for the one in use
  /// @param contextTokens the context length that the person names, empty for the one that the
  ///   model is served with
  /// @throws PortException REFUSED where the folder's requests may not go there, MISSING where no
  ///   model is named and none can be guessed
  public Proposal propose(Path folder, Optional<String> model, Optional<Integer> contextTokens)
      throws PortException {
    // First of all: a server that the project may not reach is not asked for its models either.
    LocalOnlyProblems.refuseHost(knowledge.localOnly(folder), url());
    var chosen = model.isPresent() ? model.get() : usual(folder);
    refuseOllamasCloud(folder, chosen);
    var notes = new ArrayList<Message>();
    var served = describe(chosen, notes);
    var context =
        contextTokens
            .or(() -> served.flatMap(LocalTargets::configuredContext))
            .or(() -> savedContext(chosen))
            .orElseGet(() -> withoutConfiguration(served, notes));
    var target = new LocalTarget(server.url().toString(), chosen, context);
    return new Proposal(target.with(endpoint()), notes);
  }

  /// The name alone tells it often, but not always.
  private void refuseOllamasCloud(Path folder, String model) throws PortException {
    boolean limited = !knowledge.localOnly(folder).equals(Known.of(Optional.empty()));
    var passedOn =
        limited ? PassedOn.asFarAsKnown(server, List.of(model)) : Optional.<String>empty();
    if (passedOn.isPresent()) {
      throw new PortException(PortException.Kind.REFUSED, PassedOn.forbidden(passedOn.get()));
    }
  }

  private Optional<RouteEndpoint> endpoint() {
    var url = url();
    return knowledge.endpoints().stream().filter(one -> one.isAt(url)).findFirst();
  }

  private BaseUrl url() {
    return BaseUrl.parse(server.url().toString());
  }

  private String usual(Path folder) throws PortException {
    for (var route : List.of(routes.read(folder), routes.readDefault())) {
      var model = route.model().filter(name -> !ModelChoice.meansClaude(name));
      if (model.isPresent()) {
        return model.get();
      }
    }
    var names = saved.names();
    if (names.size() == 1) {
      return names.getFirst();
    }
    throw new PortException(PortException.Kind.MISSING, Message.of("route.no-model"));
  }

  private Optional<ModelDescription> describe(String model, List<Message> notes) {
    var name = ModelName.parse(model);
    if (name.isEmpty()) {
      notes.add(Message.of("route.note.model-name", model));
      return Optional.empty();
    }
    try {
      var description = server.describe(name.get());
      if (!description.capabilities().contains(Capability.TOOLS)) {
        notes.add(Message.of("route.note.no-tools", model));
      }
      return Optional.of(description);
    } catch (PortException e) {
      notes.add(
          e.kind() == PortException.Kind.MISSING
              ? Message.of("route.note.model-missing", model, server.url().toString())
              : Message.of("route.note.server-away", e.text()));
      return Optional.empty();
    }
  }

  private static Optional<Integer> configuredContext(ModelDescription description) {
    var configured = Modelfile.parse(description.modelfile()).contextLength();
    var trained = description.shape().trainedContext();
    return configured.map(
        tokens -> (int) Math.min(tokens, trained.map(Integer::longValue).orElse(tokens)));
  }

  private Optional<Integer> savedContext(String model) {
    try {
      return saved
          .read(model)
          .flatMap(file -> file.modelfile().contextLength())
          .map(tokens -> (int) Math.min(tokens, Integer.MAX_VALUE));
    } catch (PortException _) {
      // A Modelfile that cannot be read says nothing about the model that is served.
      return Optional.empty();
    }
  }

  private static int withoutConfiguration(Optional<ModelDescription> served, List<Message> notes) {
    var trained = served.flatMap(description -> description.shape().trainedContext());
    if (served.isPresent()) {
      notes.add(Message.of("route.note.no-context", ClaudeCodeReadiness.NEEDED_CONTEXT));
    }
    return Math.min(
        ClaudeCodeReadiness.NEEDED_CONTEXT, trained.orElse(ClaudeCodeReadiness.NEEDED_CONTEXT));
  }
}
