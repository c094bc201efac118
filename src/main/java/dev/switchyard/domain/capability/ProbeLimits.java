package dev.switchyard.domain.capability;

import java.time.Duration;

/// How long probes may take.
///
/// @param first the first one, which the model may be loaded for; the server's own limit for a load
///   is 5 minutes (Ollama `envconfig/config.go`)
/// @param each any other one, with all its requests
public record ProbeLimits(Duration first, Duration each) {
  public static final ProbeLimits USUAL =
      new ProbeLimits(Duration.ofMinutes(6), Duration.ofMinutes(3));
}
