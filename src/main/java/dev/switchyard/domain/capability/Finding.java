package dev.switchyard.domain.capability;

import java.util.List;

/// What one probe found.
///
/// @param probe its id
/// @param evidence its requests in their order; empty where it was not asked
public record Finding(String probe, Judgement judgement, List<Evidence> evidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  public Verdict verdict() {
    return judgement.verdict();
  }
}
