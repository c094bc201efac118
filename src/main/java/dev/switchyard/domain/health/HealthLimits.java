package dev.switchyard.domain.health;

import java.time.Duration;

/// How long a check may take.
///
/// @param answer each small request
/// @param firstToken the one that a model answers, with its loading: the server's own limit for
///   that is 5 minutes (Ollama `envconfig/config.go`)
public record HealthLimits(Duration answer, Duration firstToken) {
  public static final HealthLimits USUAL =
      new HealthLimits(Duration.ofSeconds(5), Duration.ofMinutes(6));
}
