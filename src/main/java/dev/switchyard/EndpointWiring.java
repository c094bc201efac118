package dev.switchyard;

import dev.switchyard.adapter.endpoint.EndpointFile;
import dev.switchyard.adapter.endpoint.HttpInquiry;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.domain.localonly.LocalOnlyProjects;
import dev.switchyard.domain.route.PersonsKnowledge;
import dev.switchyard.domain.route.RouteKnowledge;

/// Wires what knows of endpoints beside the one server.
final class EndpointWiring {
  private EndpointWiring() {}

  static Endpoints endpoints(Wiring wiring) {
    return new Endpoints(new EndpointFile(wiring.home().configuration()));
  }

  /// What routes go by; nothing is read before a route leaves the cloud.
  static RouteKnowledge knowledge(Wiring wiring, LocalOnlyProjects localOnly) {
    return new PersonsKnowledge(
        () -> endpoints(wiring).all(), localOnly, wiring.surroundings().system());
  }

  static DetectEndpoint detect() {
    return new DetectEndpoint(new HttpInquiry());
  }
}
