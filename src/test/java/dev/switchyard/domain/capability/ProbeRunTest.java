package dev.switchyard.domain.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeRunTest {
  private static final ProbeLimits LIMITS =
      new ProbeLimits(Duration.ofMinutes(6), Duration.ofMinutes(3));
  private static final Subject SUBJECT = new Subject("m", Known.of(4_096), "salt");

  private final List<Duration> limits = new ArrayList<>();

  @Test
  void aServerThatIsSilentIsAskedTwiceAndEveryProbeHasAVerdict() throws Exception {
    var silence = new Outcome.Failed(Message.of("capability.silent", 180), true);

    var findings = run(silence, Duration.ofMinutes(6));

    assertThat(limits).containsExactly(LIMITS.first(), LIMITS.each());
    assertThat(findings).hasSize(Probes.ALL.size());
    assertThat(findings).allSatisfy(one -> assertThat(one.verdict()).isEqualTo(Verdict.UNKNOWN));
    assertThat(findings.getLast().judgement().reason().key()).isEqualTo("capability.not-asked");
  }

  @Test
  void aServerThatBreaksOffIsAskedEverythingForItAnswersAtOnce() throws Exception {
    var broken = new Outcome.Failed(Message.of("capability.broke-off"), false);

    var findings = run(broken, Duration.ofMillis(3));

    assertThat(limits).hasSize(Probes.ALL.size());
    assertThat(findings)
        .allSatisfy(one -> {
          assertThat(one.verdict()).isEqualTo(Verdict.UNKNOWN);
          assertThat(one.evidence()).hasSize(1);
        });
  }

  /// What each probe's own requests have used up is not there for its next one.
  @Test
  void aProbeWithManyRequestsEndsWithinOneLimit() throws Exception {
    var slow =
        new Outcome.Answered(
            new Answer(
                List.of(new Block.Text("one two three")),
                "end_turn",
                9,
                true,
                3,
                Duration.ofSeconds(1)));
    var run = new ProbeRun(endpoint(slow, Duration.ofMinutes(2)), LIMITS, Cancellation.NEVER);
    run.ask(new Streaming(), SUBJECT);
    limits.clear();

    var finding = run.ask(new Temperature(), SUBJECT);

    assertThat(limits).containsExactly(Duration.ofMinutes(3), Duration.ofMinutes(1));
    assertThat(finding.judgement().reason().key()).isEqualTo("capability.no-time");
    assertThat(finding.evidence()).hasSize(2);
  }

  private List<Finding> run(Outcome outcome, Duration took) throws Exception {
    var run = new ProbeRun(endpoint(outcome, took), LIMITS, Cancellation.NEVER);
    var findings = new ArrayList<Finding>();
    for (var probe : Probes.ALL) {
      findings.add(run.ask(probe, SUBJECT));
    }
    return findings;
  }

  private ProbedEndpoint endpoint(Outcome outcome, Duration took) {
    return new ProbedEndpoint() {
      @Override
      public Exchange ask(Question question, Duration limit, Cancellation cancellation) {
        limits.add(limit);
        return new Exchange(new Evidence(question.path(), "", Optional.empty(), "", took), outcome);
      }

      @Override
      public void close() {}
    };
  }
}
