package dev.switchyard.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.anthropic.ProbingClient;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.capability.Finding;
import dev.switchyard.domain.capability.ProbeLimits;
import dev.switchyard.domain.capability.ProbeModel;
import dev.switchyard.domain.capability.ProvenReadiness;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.MemoryReports;
import dev.switchyard.fake.VerdictTable;
import java.time.Clock;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The matrix of the simulated server, whose answers are held against recorded ones of real servers
/// by [RecordedAnswersTest], has the verdicts that the documentation gives.
class CapabilityMatrixTest {
  private final Pace pace = Pace.instant(Setup.EPOCH);

  @ParameterizedTest
  @CsvSource({"0.25.0, OLLAMA_0_25", "0.33.0, OLLAMA_0_33"})
  void theVerdictsOfAModelWithToolsAndEyes(String version, VerdictTable.Column column)
      throws Exception {
    var report = probe(version, "gemma4-claude");

    assertThat(report.findings()).hasSize(16);
    assertThat(verdicts(report)).isEqualTo(VerdictTable.lines(column));
    assertThat(report.changedSinceGuide())
        .extracting(Finding::probe)
        .containsExactly("prompt-caching");
    assertThat(report.version()).hasToString(version);
    assertThat(report.contextLength().toOptional()).contains(65_536);
    assertThat(ProvenReadiness.of(report).isReady()).isTrue();
    assertThat(report.findings())
        .allSatisfy(finding -> assertThat(finding.evidence()).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.25.0", "0.33.0"})
  void aModelWithoutToolsIsNotReadyAndOneWithoutEyesSeesNothing(String version) throws Exception {
    var report = probe(version, "codellama:7b");

    assertThat(verdicts(report))
        .contains(
            "multi-turn works",
            "tool-call refused",
            "tool-call-streamed refused",
            "tool-result refused",
            "base64-image refused",
            "tool-choice refused");
    assertThat(report.changedSinceGuide())
        .as("what this model cannot do says nothing of the endpoint")
        .extracting(Finding::probe)
        .containsExactly("prompt-caching");
    assertThat(ProvenReadiness.of(report).level()).isEqualTo(ProvenReadiness.Level.NOT_READY);
  }

  private Report probe(String version, String model) throws Exception {
    var setup = Setup.demo(pace).withVersion(version);
    try (var simulated = SimulatedOllama.start(setup);
        var server = new OllamaServer(simulated.url())) {
      return new ProbeModel(
              url -> new ProbingClient(url, Access::open, pace::now),
              new MemoryReports(),
              ProbeLimits.USUAL,
              Clock.systemUTC())
          .probe(server, ModelName.of(model), _ -> {}, Cancellation.NEVER);
    }
  }

  private static String verdicts(Report report) {
    return report.findings().stream()
        .map(finding -> finding.probe() + " " + finding.verdict().wireName())
        .collect(Collectors.joining("\n"));
  }
}
