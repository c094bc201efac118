package dev.switchyard;

import dev.switchyard.adapter.endpoint.EndpointFile;
import dev.switchyard.adapter.endpoint.HttpInquiry;
import dev.switchyard.adapter.file.ShapeFiles;
import dev.switchyard.adapter.listed.ListingServer;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.adapter.process.TokenSources;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.domain.endpoint.profile.ProfiledAccesses;
import dev.switchyard.domain.endpoint.profile.TokenReader;
import dev.switchyard.domain.localonly.LocalOnlyProjects;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.PersonsKnowledge;
import dev.switchyard.domain.route.RouteKnowledge;
import dev.switchyard.domain.route.StartedFrom;
import java.nio.file.Path;
import java.util.Optional;

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

  /// What each address needs. For the usual one nothing of it is made.
  static ProfiledAccesses accesses(Wiring wiring, TokenReader tokens) {
    return new ProfiledAccesses(() -> endpoints(wiring), tokens);
  }

  /// A window that was started from a menu has not what a person's terminal has.
  static TokenReader tokens(Wiring wiring) {
    return new TokenSources(
        wiring.surroundings().system(),
        name -> wiring.surroundings().variable(name).or(() -> inTerminal(wiring, name)),
        wiring::processes);
  }

  private static Optional<String> inTerminal(Wiring wiring, String name) {
    var variables = wiring.routing().environments().of(StartedFrom.TERMINAL).variables();
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /// The adapter for what is there, closed at the end.
  static ModelServer server(Access access, Path state, Lifetime lifetime) {
    if (access.kind() == EndpointKind.OLLAMA) {
      var ollama = new OllamaServer(access, new ShapeFiles(state));
      lifetime.atEnd(ollama::close);
      return ollama;
    }
    var listing = ListingServer.to(access);
    lifetime.atEnd(listing::close);
    return listing;
  }

  static DetectEndpoint detect() {
    return new DetectEndpoint(new HttpInquiry());
  }
}
