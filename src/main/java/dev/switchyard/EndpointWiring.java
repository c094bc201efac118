package dev.switchyard;

import dev.switchyard.adapter.endpoint.EndpointFile;
import dev.switchyard.adapter.endpoint.HttpInquiry;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.profile.Endpoints;

/// Wires what knows of endpoints beside the one server.
final class EndpointWiring {
  private EndpointWiring() {}

  static Endpoints endpoints(Wiring wiring) {
    return new Endpoints(new EndpointFile(wiring.home().configuration()));
  }

  static DetectEndpoint detect() {
    return new DetectEndpoint(new HttpInquiry());
  }
}
