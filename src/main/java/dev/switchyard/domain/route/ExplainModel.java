package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The use case of asking what `/model NAME` would do: the route says what is asked for, its server
/// whether it has that.
public final class ExplainModel {
  private final Function<EndpointUrl, ModelServer> servers;

  /// @param servers the server at an address
  public ExplainModel(Function<EndpointUrl, ModelServer> servers) {
    this.servers = servers;
  }

  /// Sentences for the person; a server that does not answer leaves open whether it has the model.
  public List<Message> explain(EffectiveRoute route, String name) {
    return TypedModel.explain(route, name, installed(route));
  }

  private Optional<Set<ModelName>> installed(EffectiveRoute route) {
    var url = EndpointUrl.parse(route.baseUrl()).filter(_ -> route.destination().leavesCloud());
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          servers.apply(url.get()).installed().stream()
              .map(InstalledModel::name)
              .collect(Collectors.toSet()));
    } catch (PortException _) {
      return Optional.empty();
    }
  }
}
