package dev.switchyard.domain.session;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import java.util.Optional;

/// The context length that a server serves a model with.
final class ServedContext {
  private ServedContext() {}

  /// What it has in memory; else what it is built with, clamped to what it was trained for.
  ///
  /// @return tokens; empty where the server does not say
  static Optional<Integer> of(ModelServer server, String model) throws PortException {
    var name = ModelName.parse(model);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var loaded =
        server.loaded().stream()
            .filter(one -> one.name().equals(name.get()))
            .map(LoadedModel::contextLength)
            .filter(tokens -> tokens > 0)
            .findFirst();
    return loaded.isPresent() ? loaded : built(server, name.get());
  }

  private static Optional<Integer> built(ModelServer server, ModelName name) throws PortException {
    return server.installed().stream()
        .filter(one -> one.name().equals(name) && !one.isCloud())
        .findFirst()
        .flatMap(ServedContext::built);
  }

  private static Optional<Integer> built(InstalledModel model) {
    return model
        .configuredContext()
        .toOptional()
        .map(asked -> Math.min(asked, model.trainedContext().toOptional().orElse(asked)));
  }
}
