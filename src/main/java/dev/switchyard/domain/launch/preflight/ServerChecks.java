package dev.switchyard.domain.launch.preflight;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.OllamaVersions;
import dev.switchyard.domain.launch.preflight.LaunchFacts.Server;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What may be wrong with the server that the route leads to, and with the model there.
final class ServerChecks {
  private ServerChecks() {}

  static Stream<LaunchWarning> all(LaunchFacts facts) {
    return facts.server().stream()
        .flatMap(server ->
            switch (server) {
              case Server.Down(var reason) ->
                  Stream.of(
                      LaunchWarning.of("server-down", ERROR, facts.route().baseUrl(), reason));
              case Server.Foreign _ -> Stream.empty();
              case Server.Ollama ollama -> ollama(facts, ollama);
            });
  }

  private static Stream<LaunchWarning> ollama(LaunchFacts facts, Server.Ollama server) {
    if (!OllamaVersions.canServe(server.version())) {
      return Stream.of(
          LaunchWarning.of(
              "server-too-old",
              ERROR,
              server.version().toString(),
              OllamaVersions.REQUIRED.toString()));
    }
    var name = facts.route().model().flatMap(ModelName::parse);
    var models = server.models().toOptional();
    if (name.isEmpty() || models.isEmpty()) {
      return Stream.empty();
    }
    var wanted = name.get();
    return models.get().stream()
        .filter(model -> model.name().equals(wanted))
        .findFirst()
        .map(model -> model(facts, model, loadedContext(server, wanted)))
        .orElseGet(() -> Stream.of(LaunchWarning.of("model-missing", ERROR, wanted.shortText())));
  }

  private static Optional<Integer> loadedContext(Server.Ollama server, ModelName name) {
    return server.loaded().toOptional().stream()
        .flatMap(List::stream)
        .filter(model -> model.name().equals(name))
        .map(LoadedModel::contextLength)
        .filter(tokens -> tokens > 0)
        .findFirst();
  }

  private static Stream<LaunchWarning> model(
      LaunchFacts facts, InstalledModel model, Optional<Integer> loadedContext) {
    return Stream.of(
            cloudStub(facts, model),
            withoutTools(model),
            ContextChecks.of(facts, model, loadedContext))
        .flatMap(checks -> checks);
  }

  /// Ollama passes the requests of such a model on to its own cloud, although the address is this
  /// machine's.
  private static Stream<LaunchWarning> cloudStub(LaunchFacts facts, InstalledModel model) {
    if (model.isCloud() && facts.route().localOnly().isPresent()) {
      var reason =
          Message.of(
              "route.problem.local-only",
              Message.of("route.local-only.model", model.name().shortText()));
      return Stream.of(
          new LaunchWarning(
              "local-only", ERROR, reason, Message.of("launch.advice.local-only"), true));
    }
    return model.isCloud()
        ? Stream.of(
            LaunchWarning.of(
                "model-in-cloud", WARNING, model.name().shortText(), model.remoteHost()))
        : Stream.empty();
  }

  private static Stream<LaunchWarning> withoutTools(InstalledModel model) {
    Predicate<Set<Capability>> cannot = found -> !found.contains(Capability.TOOLS);
    return model.capabilities().toOptional().filter(cannot).stream()
        .map(_ -> LaunchWarning.of("model-without-tools", ERROR, model.name().shortText()));
  }
}
