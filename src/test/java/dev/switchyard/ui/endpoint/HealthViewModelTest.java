package dev.switchyard.ui.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.health.Admission;
import dev.switchyard.domain.health.Health;
import dev.switchyard.domain.health.HealthSubject;
import dev.switchyard.domain.health.HealthWish;
import dev.switchyard.domain.health.Latency;
import dev.switchyard.domain.health.Obstacle;
import dev.switchyard.domain.health.Reach;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.ui.shell.NoticesViewModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HealthViewModelTest {
  private static final Instant NOW = Instant.parse("2026-03-01T14:03:00Z");
  private static final Message NOT_ASKED = Message.of("test.not-asked");

  private final ImmediateTasks tasks = new ImmediateTasks();
  private final NoticesViewModel notices = new NoticesViewModel();
  private final List<HealthSubject> asked = new ArrayList<>();
  private final EndpointRow box = row("box", new TokenSource.None());
  private final EndpointRow away = row("away", new TokenSource.None());
  private final HealthViewModel model =
      new HealthViewModel(
          tasks,
          (bare, firstToken) -> bare.stream().map(one -> wishing(one, firstToken)).toList(),
          this::check,
          Clock.fixed(NOW, ZoneOffset.UTC),
          notices);

  private static EndpointRow row(String name, TokenSource token) {
    try {
      var url = EndpointUrl.read("http://" + name + ":11434");
      var profile =
          EndpointProfile.of(
              name, EndpointKind.OLLAMA, url, token, Optional.empty(), TimeLimits.USUAL);
      return new EndpointRow(url, Optional.of(profile), false, false);
    } catch (PortException e) {
      throw new AssertionError(e);
    }
  }

  private static HealthSubject wishing(HealthSubject bare, boolean firstToken) {
    return new HealthSubject(
        bare.name(), bare.kind(), bare.url(), new HealthWish(List.of(), firstToken));
  }

  /// The box answers, and nobody elsewhere.
  private List<Health> check(
      List<HealthSubject> subjects, Consumer<? super Health> news, Cancellation cancellation)
      throws PortException {
    asked.addAll(subjects);
    var rows = new ArrayList<Health>();
    for (var subject : subjects) {
      if (cancellation.requested()) {
        throw new PortException(Kind.CANCELLED, Message.of("server.error.stopped"));
      }
      news.accept(health(subject, Known.of(new Reach.Answers()), Health.PENDING));
      rows.add(
          health(
              subject,
              Known.of(
                  subject.name().equals("box")
                      ? new Reach.Answers()
                      : new Reach.Blocked(Obstacle.REFUSED)),
              NOT_ASKED));
      news.accept(rows.getLast());
    }
    return rows;
  }

  private static Health health(HealthSubject subject, Known<Reach> reach, Message firstToken) {
    return new Health(
        subject,
        reach,
        Known.of(Admission.NOT_ASKED),
        Known.of(List.of("qwen3")),
        Known.of(List.of()),
        Known.of(true),
        Known.of(new Latency(Duration.ofMillis(2), Duration.ofMillis(9), true)),
        Known.unknown(firstToken));
  }

  @Test
  void nothingIsProvenBeforeItWasAsked() {
    assertThat(model.of(box)).isEqualTo(new Standing.NotAsked());
    assertThat(asked).isEmpty();
  }

  @Test
  void eachStandsAsItAnsweredAndWhen() {
    model.test(List.of(box, away));

    assertThat(model.runningProperty().get()).isFalse();
    assertThat(model.of(box))
        .isInstanceOfSatisfying(
            Standing.Asked.class,
            found -> {
              assertThat(found.isProven()).isTrue();
              assertThat(found.at()).isEqualTo(NOW);
            });
    assertThat(model.of(away))
        .isInstanceOfSatisfying(
            Standing.Asked.class, found -> assertThat(found.isProven()).isFalse());
  }

  @Test
  void whileTheyAreAskedNoSecondTestBegins() {
    tasks.hold();
    model.test(List.of(box));
    assertThat(model.of(box)).isEqualTo(new Standing.Asking());
    assertThat(model.of(away)).isEqualTo(new Standing.NotAsked());

    model.test(List.of(away));
    tasks.release();

    assertThat(asked).extracting(HealthSubject::name).containsExactly("box");
  }

  @Test
  void aTestThatIsStoppedProvesNothingAndIsNoNews() {
    tasks.hold();
    model.test(List.of(box));
    model.stop();
    tasks.release();

    assertThat(model.of(box)).isEqualTo(new Standing.NotAsked());
    assertThat(model.runningProperty().get()).isFalse();
  }

  @Test
  void anEndpointThatWasChangedSinceIsNotProven() {
    model.test(List.of(box));

    assertThat(model.of(row("box", new TokenSource.Variable("BOX_TOKEN"))))
        .isEqualTo(new Standing.NotAsked());
  }

  @Test
  void aModelAnswersOnlyWhereItIsWished() {
    model.test(List.of(box));
    model.firstTokenProperty().set(true);
    model.test(List.of(box));

    assertThat(asked).extracting(one -> one.wish().firstToken()).containsExactly(false, true);
  }
}
