package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import java.util.Collection;
import java.util.Optional;
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
}
