package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.health.Health;
import java.time.Instant;

/// How an endpoint stands, as far as it was asked since the window was opened.
public sealed interface Standing {
  /// Set up, and nothing is known of it.
  record NotAsked() implements Standing {}

  /// Its answers are on their way.
  record Asking() implements Standing {}

  /// @param at when the last of its answers came
  record Asked(Health health, Instant at) implements Standing {
    /// Whether everything that matters was seen to be so.
    public boolean isProven() {
      return health.verdict() == Health.Verdict.WELL;
    }
  }
}
