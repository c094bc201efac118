package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import java.util.Optional;

/// What is known of the environment that Claude Code is started with.
final class Environment {
  private Environment() {}

  /// Why the environment is not known, where it decides about the route: a settings file is
  /// stronger.
  static Optional<Message> unknown(EffectiveRoute route) {
    return route
        .problem("environment-unknown")
        .filter(problem -> problem.severity() != Severity.INFO)
        .map(Problem::text);
  }
}
