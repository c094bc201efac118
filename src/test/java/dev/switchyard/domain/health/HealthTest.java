package dev.switchyard.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.health.Health.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final Message UNTOLD = Message.of("untold");

  private static Health health(
      HealthWish wish,
      Known<Reach> reach,
      Known<Admission> admission,
      Known<List<ModelPresence>> models,
      Known<Boolean> speaks) {
    return new Health(
        new HealthSubject("box", EndpointKind.OLLAMA, EndpointUrl.DEFAULT, wish),
        reach,
        admission,
        Known.of(List.of("agent")),
        models,
        speaks,
        Known.of(new Latency(Duration.ofMillis(1), Duration.ofMillis(9), true)),
        Known.unknown(UNTOLD));
  }

  private static Health answering(
      HealthWish wish,
      Admission admission,
      Known<List<ModelPresence>> models,
      Known<Boolean> speaks) {
    return health(wish, Known.of(new Reach.Answers()), Known.of(admission), models, speaks);
  }

  private static final HealthWish NOTHING = new HealthWish(List.of(), false);
  private static final HealthWish A_MODEL = new HealthWish(List.of("agent"), false);
  private static final HealthWish AN_ANSWER = new HealthWish(List.of(), true);

  @Test
  void whatNobodyWishedToKnowIsNoObjection() {
    assertThat(answering(NOTHING, Admission.NOT_ASKED, Known.unknown(UNTOLD), Known.of(true)))
        .returns(List.of(), Health::objections)
        .returns(Verdict.WELL, Health::verdict)
        .returns(true, Health::isComplete);
  }

  @Test
  void whatWasWishedForAndIsNotKnownIsOne() {
    assertThat(answering(A_MODEL, Admission.ADMITTED, Known.unknown(UNTOLD), Known.of(true)))
        .returns(List.of(UNTOLD), Health::objections)
        .returns(Verdict.NOT_WELL, Health::verdict);
    assertThat(answering(AN_ANSWER, Admission.ADMITTED, Known.unknown(UNTOLD), Known.of(true)))
        .returns(List.of(UNTOLD), Health::objections);
  }

  @Test
  void behindAClosedDoorOnlyTheDoorIsNamed() {
    assertThat(
            answering(A_MODEL, Admission.REFUSED, Known.unknown(UNTOLD), Known.unknown(UNTOLD))
                .objections())
        .containsExactly(Message.of("endpoint.health.not-admitted", "box"));
  }

  @Test
  void aMissingModelAndAMissingApiAreNamed() {
    assertThat(
            answering(
                    A_MODEL,
                    Admission.NOT_ASKED,
                    Known.of(List.of(new ModelPresence.Missing("agent"))),
                    Known.of(false))
                .objections())
        .containsExactly(
            Message.of("cli.endpoint.speaks-not"),
            Message.of("endpoint.health.no-model", "box", "agent"));
  }

  @Test
  void whereNothingCanBeAskedOnlyTheObstacleIsNamed() {
    for (var obstacle : Obstacle.values()) {
      assertThat(
              health(
                  A_MODEL,
                  Known.of(new Reach.Blocked(obstacle)),
                  Known.unknown(UNTOLD),
                  Known.unknown(UNTOLD),
                  Known.unknown(UNTOLD)))
          .returns(List.of(obstacle.text(EndpointUrl.DEFAULT)), Health::objections)
          .returns(Verdict.UNREACHABLE, Health::verdict);
    }
  }

  @Test
  void whatIsStillOnItsWayIsNoObjection() {
    assertThat(
            health(
                A_MODEL,
                Known.of(new Reach.Answers()),
                Known.unknown(Health.PENDING),
                Known.unknown(Health.PENDING),
                Known.unknown(Health.PENDING)))
        .returns(List.of(), Health::objections)
        .returns(false, Health::isComplete);
  }
}
