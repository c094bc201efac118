package dev.switchyard.domain.launch.preflight;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.endpoint.OllamaVersions;
import dev.switchyard.domain.launch.preflight.LaunchFacts.Server;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.RoutedModels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    return server.models().toOptional().stream()
        .flatMap(models ->
            Stream.concat(
                name.stream().flatMap(wanted -> wanted(facts, server, models, wanted)),
                passedOn(facts, models)));
  }

  private static Stream<LaunchWarning> wanted(
      LaunchFacts facts, Server.Ollama server, List<InstalledModel> models, ModelName wanted) {
    return models.stream()
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
    return Stream.of(withoutTools(model), ContextChecks.of(facts, model, loadedContext))
        .flatMap(checks -> checks);
  }

  /// Ollama passes the requests of such a model on to its own cloud, although the address is this
  /// machine's: also those of sub-agents and of the small tasks in the background. Where that is
  /// forbidden, it is said already.
  private static Stream<LaunchWarning> passedOn(LaunchFacts facts, List<InstalledModel> models) {
    if (facts.forbidden().isPresent()) {
      return Stream.empty();
    }
    var asked =
        Stream.concat(
                facts.route().model().stream(), new RoutedModels(facts.route()).all().stream())
            .flatMap(name -> ModelName.parse(name).stream())
            .collect(Collectors.toSet());
    return models.stream()
        .filter(model -> model.isCloud() && asked.contains(model.name()))
        .map(model ->
            LaunchWarning.of(
                "model-in-cloud", WARNING, model.name().shortText(), model.remoteHost()));
  }

  private static Stream<LaunchWarning> withoutTools(InstalledModel model) {
    Predicate<Set<Capability>> cannot = found -> !found.contains(Capability.TOOLS);
    return model.capabilities().toOptional().filter(cannot).stream()
        .map(_ -> LaunchWarning.of("model-without-tools", ERROR, model.name().shortText()));
  }
}
