package dev.switchyard.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.domain.work.FollowWork;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.domain.work.RequestStage.Answering;
import dev.switchyard.domain.work.RequestStage.Loading;
import dev.switchyard.domain.work.RequestStage.Reading;
import dev.switchyard.domain.work.RequestStage.Resting;
import dev.switchyard.domain.work.WorkLog;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.ScriptedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkViewModelTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String PROMPT = "slot x: id  0 | task 3 | new prompt, task.n_tokens = 15400";
  private static final String LOADING = "msg=\"starting llama-server\"";

  private final ImmediateTasks tasks = new ImmediateTasks();
  private final ScriptedLog log = new ScriptedLog(List.of());
  private final SimpleObjectProperty<Optional<ServerState>> server =
      new SimpleObjectProperty<>(Optional.empty());
  private final WorkViewModel model = new WorkViewModel(tasks, new FollowWork(_ -> log), server);
  private final List<RequestStage> seen = new ArrayList<>();

  @BeforeEach
  void follow() {
    model.stageProperty().subscribe(stage -> seen.add(stage));
    seen.clear();
  }

  private void runs(Version version) {
    server.set(Optional.of(new ServerState.Running(EndpointUrl.DEFAULT, version)));
  }

  private void begin() {
    runs(Version.of(0, 32, 15));
    model.setWindowShown(true);
  }

  /// What a minute costs in which nothing happens, with the window shown: twelve looks at a file's
  /// size, no word to the window, and no request, since there is no server to ask here.
  @Test
  void inAnIdleMinuteTheLogIsLookedAtTwelveTimes() {
    begin();
    int before = log.reads();
    tasks.pass(Duration.ofMinutes(1));
    assertThat(log.reads() - before).isEqualTo(12);
    assertThat(seen).isEmpty();
    assertThat(tasks.pollsRunning()).isOne();
  }

  @Test
  void nothingIsReadWhileTheWindowIsHiddenOrNoServerRuns() {
    model.setWindowShown(true);
    tasks.pass(Duration.ofMinutes(1));
    assertThat(log.reads()).isZero();
    runs(Version.of(0, 32, 15));
    model.setWindowShown(false);
    int before = log.reads();
    tasks.pass(Duration.ofMinutes(1));
    assertThat(log.reads()).isEqualTo(before);
  }

  /// Its log has no such lines: to read it would be for nothing.
  @Test
  void aServerBeforeTheFirstThatTellsIsNotFollowed() {
    runs(Version.of(0, 29, 0));
    model.setWindowShown(true);
    tasks.pass(Duration.ofMinutes(1));
    assertThat(log.reads()).isZero();
  }

  @Test
  void fromTheFirstSignOnEachStageIsSeenWithinASecondUntilTheServerRests() {
    begin();
    log.add(false, LOADING);
    tasks.pass(Duration.ofSeconds(4));
    assertThat(seen).isEmpty();
    // The look that sees it and the first of those each second, which it begins.
    tasks.pass(SECOND);
    assertThat(seen).containsExactly(new Loading());

    for (var line :
        List.of(
            "msg=\"llama-server started in 0.2 seconds\"\n" + PROMPT,
            "slot x: id  0 | task 3 | cached n_tokens = 8192, memory_seq_rm [8192, end)",
            "slot init_sampler: id  0 | task 3 | init sampler, took 3.22 ms",
            "srv  update_slots: all slots are idle")) {
      log.add(false, line.split("\n"));
      tasks.pass(SECOND);
    }
    assertThat(seen)
        .containsExactly(
            new Loading(),
            new Reading(0, 15_400),
            new Reading(8_192, 15_400),
            new Answering(),
            new Resting());
    int before = log.reads();
    tasks.pass(Duration.ofMinutes(1));
    assertThat(log.reads() - before).as("it is as idle as before").isEqualTo(12);
  }

  @Test
  void whatCannotBeSeenAnyMoreIsNotClaimed() {
    begin();
    log.add(false, LOADING);
    tasks.pass(Duration.ofSeconds(5));
    log.answer(Known.unknown(Message.of("work.unknown.no-log")));
    tasks.pass(SECOND);
    assertThat(model.stageProperty().get()).isEqualTo(new Resting());
  }

  @Test
  void aServerThatStopsTakesItsWorkAlongAndOneThatStartsIsLookedForAtOnce() {
    begin();
    int searches = log.searches();
    log.answer(Known.of(new WorkLog.News(List.of(PROMPT), true)));
    tasks.pass(Duration.ofSeconds(5));
    assertThat(model.stageProperty().get()).isEqualTo(new Reading(0, 15_400));

    server.set(Optional.empty());
    assertThat(model.stageProperty().get()).isEqualTo(new Resting());
    assertThat(tasks.pollsRunning()).isZero();
    runs(Version.of(0, 32, 15));
    assertThat(log.searches()).isEqualTo(searches + 1);
  }
}
