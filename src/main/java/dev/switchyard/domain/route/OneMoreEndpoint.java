package dev.switchyard.domain.route;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.localonly.LocalOnly;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person has told, as if they had named one endpoint more.
record OneMoreEndpoint(RouteEndpoint endpoint, RouteKnowledge others) implements RouteKnowledge {
  @Override
  public List<RouteEndpoint> endpoints() {
    return Stream.concat(
            Stream.of(endpoint),
            others.endpoints().stream()
                .filter(one -> !one.profile().url().equals(endpoint.profile().url())))
        .toList();
  }

  @Override
  public Known<Optional<LocalOnly>> localOnly(Path folder) {
    return others.localOnly(folder);
  }

  @Override
  public RouteKnowledge atThisMoment() {
    return new OneMoreEndpoint(endpoint, others.atThisMoment());
  }
}
