package dev.switchyard.domain.route;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.localonly.LocalOnly;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Port: what a person has told Switchyard that no settings file says.
public interface RouteKnowledge {
  /// Nothing at all.
  RouteKnowledge NOTHING = List::of;

  /// The endpoints that have a name; none where they cannot be read.
  List<RouteEndpoint> endpoints();

  /// What a folder's requests may reach, where that is limited; unknown where it cannot be read.
  default Known<Optional<LocalOnly>> localOnly(Path folder) {
    return Known.of(Optional.empty());
  }

  /// The same for many questions in turn.
  default RouteKnowledge atThisMoment() {
    return this;
  }

  /// The same and one more, in the place of those at its address.
  default RouteKnowledge with(RouteEndpoint endpoint) {
    return new OneMoreEndpoint(endpoint, this);
  }
}
