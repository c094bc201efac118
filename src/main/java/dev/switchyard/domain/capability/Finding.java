package dev.switchyard.domain.capability;

import java.time.Duration;
import java.util.List;

/// What one probe found.
///
/// @param probe its id
/// @param evidence its requests in their order; empty where it was not asked
public record Finding(String probe, Judgement judgement, List<Evidence> evidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /// How long its requests took together.
  public Duration took() {
    return evidence.stream().map(Evidence::took).reduce(Duration.ZERO, Duration::plus);
  }

  public Verdict verdict() {
    return judgement.verdict();
  }
}
