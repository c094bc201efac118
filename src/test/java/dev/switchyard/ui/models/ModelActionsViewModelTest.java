package dev.switchyard.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.ui.models.ModelActionsViewModel.State;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelActionsViewModelTest {
  private static final ModelName GEMMA = ModelName.of("gemma4:26b");
  private static final ModelName VARIANT = ModelName.of("gemma4-claude");

  private ModelsFixture fixture;
  private ModelActionsViewModel actions;

  @BeforeEach
  void show() throws Exception {
    fixture = new ModelsFixture(Setup.instant());
    fixture.model.setShown(true);
    actions = fixture.model.actions();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void saysThatItWorksWhileItWorksAndDoesNothingElseMeanwhile() throws Exception {
    fixture.tasks.hold();
    actions.load(GEMMA);
    assertThat(actions.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Working.class, work -> assertThat(work.cancellable()).isTrue());
    actions.unload(VARIANT);
    fixture.tasks.release();

    assertThat(actions.stateProperty().get()).isInstanceOf(State.Idle.class);
    assertThat(fixture.notices).extracting(Message::key).containsExactly("models.load.done");
    assertThat(fixture.server.loaded()).hasSize(1);
  }

  @Test
  void aSecondLoadKnowsHowLongTheFirstTook() {
    // Each look at this clock is a second later.
    var seconds = new AtomicLong();
    InstantSource source = () -> Setup.EPOCH.plusSeconds(seconds.incrementAndGet());
    var timed =
        new ModelActionsViewModel(
            () -> fixture.server,
            _ -> List.of(),
            fixture.tasks,
            (_, _, _) -> {},
            source.withZone(ZoneOffset.UTC));

    timed.load(GEMMA);
    fixture.tasks.hold();
    timed.load(GEMMA);

    assertThat(timed.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Working.class,
            work -> assertThat(work.before()).isEqualTo(Duration.ofSeconds(1)));
    fixture.tasks.release();
  }

  @Test
  void aLoadThatThePersonCancelsIsNoFailure() throws Exception {
    fixture.tasks.hold();
    actions.load(GEMMA);
    actions.cancel();
    fixture.tasks.release();

    assertThat(actions.stateProperty().get()).isInstanceOf(State.Idle.class);
    assertThat(fixture.notices).isEmpty();
  }

  @Test
  void beforeADeletionItSaysWhatUsesTheModel() throws Exception {
    actions.askToDelete(VARIANT);
    assertThat(actions.stateProperty().get())
        .isInstanceOfSatisfying(
            State.AskingToDelete.class,
            asking ->
                assertThat(asking.effect().projects()).containsExactly(ModelsFixture.PROJECT));
    assertThat(fixture.names()).contains("gemma4-claude");

    actions.askToDelete(GEMMA);
    assertThat(actions.stateProperty().get())
        .isInstanceOfSatisfying(
            State.AskingToDelete.class,
            asking -> assertThat(asking.effect().variants()).containsExactly(VARIANT));
    actions.delete();

    assertThat(fixture.names()).doesNotContain("gemma4:26b").contains("gemma4-claude");
  }

  @Test
  void aQuestionThatIsDismissedChangesNothing() {
    actions.askToDelete(VARIANT);
    actions.dismiss();
    actions.delete();

    assertThat(fixture.names()).contains("gemma4-claude");
  }

  @Test
  void copiesUnderAGoodNameOnly() {
    actions.askForCopysName(GEMMA);
    actions.copyTo("not a name!");
    assertThat(actions.stateProperty().get())
        .isInstanceOfSatisfying(
            State.AskingForName.class,
            asking ->
                assertThat(asking.problem().orElseThrow().key()).isEqualTo("models.pull.bad-name"));

    actions.copyTo("gemma4-mine");
    assertThat(fixture.names()).contains("gemma4-mine");

    actions.askForCopysName(GEMMA);
    actions.copyTo("gemma4-claude");
    assertThat(actions.stateProperty().get())
        .isInstanceOfSatisfying(
            State.AskingForName.class,
            asking -> {
              assertThat(asking.proposal()).isEqualTo("gemma4-claude");
              assertThat(asking.problem().orElseThrow().key()).isEqualTo("server.error.name-taken");
            });
  }

  @Test
  void anotherSelectionTakesTheQuestionAway() {
    fixture.select("gemma4-claude");
    actions.askToDelete(VARIANT);
    fixture.select("gemma4:26b");

    assertThat(actions.stateProperty().get()).isInstanceOf(State.Idle.class);
  }

  @Test
  void aFailureStaysUntilItWasRead() {
    fixture
        .simulated
        .faults()
        .add(
            new Fault.Answer(
                "/api/generate",
                500,
                "application/json",
                "{\"error\":\"cudaMalloc failed: out of memory\"}"));
    actions.load(GEMMA);

    assertThat(actions.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Failed.class,
            failed -> assertThat(failed.text().key()).isEqualTo("server.error.memory"));
    actions.dismiss();
    assertThat(actions.stateProperty().get()).isInstanceOf(State.Idle.class);
  }
}
