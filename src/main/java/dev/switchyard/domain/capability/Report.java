package dev.switchyard.domain.capability;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.ModelName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an endpoint did with a model.
///
/// @param digest the model's, SHA-256 of its manifest: another build is another model
/// @param version the server's
/// @param contextLength what the model was loaded with, in tokens
/// @param findings one for each probe, in the order of [Probes#ALL] then
public record Report(
    ModelName model,
    String digest,
    EndpointUrl server,
    Version version,
    Instant at,
    Known<Integer> contextLength,
    List<Finding> findings) {
  public Report {
    findings = List.copyOf(findings);
  }

  /// UNKNOWN also where it was not asked for.
  Verdict verdict(String probe) {
    return find(probe).map(Finding::verdict).orElse(Verdict.UNKNOWN);
  }

  public Optional<Finding> find(String probe) {
    return findings.stream().filter(finding -> finding.probe().equals(probe)).findFirst();
  }

  /// How long all of it took, without what lay between the requests.
  public Duration took() {
    return findings.stream().map(Finding::took).reduce(Duration.ZERO, Duration::plus);
  }

  public List<Finding> changedSinceGuide() {
    return findings.stream().filter(GuideClaims::isOutdatedBy).toList();
  }
}
