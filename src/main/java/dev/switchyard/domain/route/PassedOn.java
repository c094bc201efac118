package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Models whose requests a server passes on to a cloud, although its address is this machine's.
public final class PassedOn {
  private PassedOn() {}

  /// The first of these models that the server passes on.
  ///
  /// @throws PortException what asking for its models gives
  public static Optional<String> by(ModelServer server, Collection<String> models)
      throws PortException {
    var passedOn =
        server.installed().stream()
            .filter(InstalledModel::isCloud)
            .map(InstalledModel::name)
            .collect(Collectors.toSet());
    return models.stream()
        .filter(model ->
            LocalOnly.isOfOllamasCloud(model)
                || ModelName.parse(model).filter(passedOn::contains).isPresent())
        .findFirst();
  }

  /// Why a project that is local only must not use this route: its server passes one of the models
  /// on. Asks the server; empty for a project that is not limited.
  ///
  /// @param more models that are asked for besides those of the settings
  /// @param servers speaks to the server at an address
  public static Optional<Message> forbids(
      EffectiveRoute route,
      Collection<String> more,
      Function<EndpointUrl, ? extends ModelServer> servers) {
    var url = EndpointUrl.parse(route.baseUrl());
    if (route.localOnly().isEmpty() || url.isEmpty()) {
      return Optional.empty();
    }
    var models = new LinkedHashSet<>(new RoutedModels(route).all());
    route.model().ifPresent(models::add);
    models.addAll(more);
    return by(models, () -> servers.apply(url.get())).map(PassedOn::forbidden);
  }

  /// The same of a server that may be away: it passes nothing on then, and is asked again before
  /// each launch. What a name tells counts all the same.
  static Optional<String> asFarAsKnown(ModelServer server, Collection<String> models) {
    return by(models, () -> server);
  }

  static Message forbidden(String model) {
    return Message.of("route.problem.local-only", Message.of("route.local-only.model", model));
  }

  private static Optional<String> by(Collection<String> models, Supplier<ModelServer> server) {
    try {
      return by(server.get(), models);
    } catch (PortException _) {
      return models.stream().filter(LocalOnly::isOfOllamasCloud).findFirst();
    }
  }
}
