package dev.switchyard.domain.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.adapter.anthropic.ProbingClient;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.LiveThreads;
import dev.switchyard.fake.MemoryReports;
import dev.switchyard.fake.Misdeed;
import dev.switchyard.fake.PlannedStop;
import dev.switchyard.fake.RawServer;
import dev.switchyard.fake.ScriptedServer;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a server does, every probe ends within its limit with a verdict, and leaves neither a
/// thread nor a connection behind.
class BadServerTest {
  private static final String MODEL = "gemma4-claude";
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final LiveThreads before = LiveThreads.now();
  private final MemoryReports store = new MemoryReports();

  @ParameterizedTest
  @EnumSource
  void everyProbeHasItsVerdict(Misdeed misdeed) throws Exception {
    try (var server = misdeed.start()) {
      var report = probe(server, misdeed.ends() ? LONG : SHORT, Cancellation.NEVER);

      assertThat(report.findings())
          .extracting(Finding::probe)
          .containsExactlyElementsOf(Probes.ALL.stream().map(Probe::id).toList());
      assertThat(report.findings())
          .allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            if (misdeed.ends()) {
              assertThat(finding.judgement().reason().key()).isNotEqualTo("capability.silent");
            }
          });
      assertThat(report.contextLength().toOptional()).isEmpty();
      assertThat(ProvenReadiness.of(report).level()).isEqualTo(ProvenReadiness.Level.OPEN);
      server.assertLeftAlone();
      before.assertNoMore();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void aWishToStopAtAnyMomentLeavesNothing(long seed) throws Exception {
    var stop = PlannedStop.within(12, seed);
    try (var server = stop.server()) {
      assertThatExceptionOfType(PortException.class)
          .as("seed " + seed)
          .isThrownBy(() -> probe(server, LONG, stop.wish()))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CANCELLED));

      assertThat(store.saved).as("nothing is kept").isEmpty();
      server.assertLeftAlone();
      before.assertNoMore();
    }
  }

  private Report probe(RawServer server, Duration limit, Cancellation cancellation)
      throws PortException {
    var scripted = new ScriptedServer().with(MODEL, 65_536, 65_536);
    return new ProbeModel(
            url -> new ProbingClient(url, Access::open),
            store,
            new ProbeLimits(limit, limit),
            Clock.systemUTC())
        .probe(scripted.at(server.url()), ModelName.of(MODEL), _ -> {}, cancellation);
  }
}
