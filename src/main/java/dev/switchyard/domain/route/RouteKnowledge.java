package dev.switchyard.domain.route;

import java.util.List;

/// Port: what a person has told Switchyard that no settings file says.
public interface RouteKnowledge {
  /// Nothing at all.
  RouteKnowledge NOTHING = List::of;

  /// The endpoints that have a name; none where they cannot be read.
  List<RouteEndpoint> endpoints();

  /// The same for many questions in turn.
  default RouteKnowledge atThisMoment() {
    return this;
  }
}
