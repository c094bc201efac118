package dev.switchyard.cli;

import dev.switchyard.domain.route.RouteEndpoint;
import java.util.Optional;

/// The endpoint to offer where a project's own cannot be reached.
final class FallbackAnswer {
  private FallbackAnswer() {}

  static void fill(Answer answer, Optional<RouteEndpoint> fallback) {
    fallback.ifPresent(endpoint -> answer.put("fallback", endpoint.name()));
  }

  static void print(Console console, RouteEndpoint fallback) {
    console.line("cli.route.fallback-is", fallback.name());
  }
}
