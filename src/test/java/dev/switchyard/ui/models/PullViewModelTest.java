package dev.switchyard.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.PullSuggestions.Suggestion;
import dev.switchyard.ui.models.PullViewModel.State;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PullViewModelTest {
  private static final ModelName LARGE = ModelName.of("gemma4:31b");

  private ModelsFixture fixture;
  private PullViewModel pull;

  @BeforeEach
  void show() throws Exception {
    fixture = new ModelsFixture(Setup.instant());
    fixture.model.setShown(true);
    pull = fixture.model.pull();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void suggestsTheCatalogueAndWhatTheServerRecommends() {
    assertThat(pull.suggestions())
        .extracting(suggestion -> suggestion.name().shortText())
        .containsExactly("gemma4:26b", "gemma4", "gemma4:e2b", "gemma4:31b", "qwen3.5");
    assertThat(pull.suggestions())
        .filteredOn(Suggestion::installed)
        .extracting(suggestion -> suggestion.name().shortText())
        .containsExactly("gemma4:26b", "gemma4");

    pull.nameProperty().set(" QWEN");
    assertThat(pull.suggestions())
        .isNotEmpty()
        .allMatch(suggestion -> suggestion.name().toString().startsWith("qwen"));
  }

  @Test
  void pullsWithProgressAndListsTheModelWhenItIsDone() {
    var ratios = new ArrayList<Double>();
    pull.stateProperty()
        .addListener((_, _, state) -> {
          if (state instanceof State.Running(_, var reading, _) && reading.isPresent()) {
            var progress = reading.get().progress();
            if (!progress.layers().isEmpty()) {
              ratios.add((double) progress.completedBytes() / progress.totalBytes());
            }
          }
        });
    pull.nameProperty().set("gemma4:31b");
    pull.pull();

    assertThat(ratios).hasSizeGreaterThan(100).last().isEqualTo(1.0);
    assertThat(pull.stateProperty().get()).isEqualTo(new State.Done(LARGE));
    assertThat(pull.nameProperty().get()).isEmpty();
    assertThat(fixture.names()).startsWith("gemma4:31b");
    pull.buildVariant();
    assertThat(fixture.visited).containsExactly("modelfile gemma4:31b");
    assertThat(fixture.notices).extracting(Message::key).containsExactly("models.pull.done");
  }

  @Test
  void aCancelledPullIsNoFailureAndCanGoOn() {
    fixture.tasks.hold();
    pull.pull(LARGE);
    pull.cancel();
    assertThat(pull.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Running.class, running -> assertThat(running.stopping()).isTrue());
    fixture.tasks.release();
    assertThat(pull.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Stopped.class, stopped -> assertThat(stopped.name()).isEqualTo(LARGE));
    assertThat(fixture.notices).isEmpty();

    pull.resume();
    assertThat(pull.stateProperty().get()).isEqualTo(new State.Done(LARGE));
  }

  @Test
  void resumeGoesOnWithTheSameModel() {
    fixture.simulated.faults().add(new Fault.HangUp("/api/pull", 5));
    pull.pull(LARGE);
    assertThat(pull.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Failed.class, failed -> assertThat(failed.name()).isEqualTo(LARGE));
    assertThat(fixture.notices).extracting(Message::key).containsExactly("models.pull.failed");

    pull.resume();
    assertThat(pull.stateProperty().get()).isEqualTo(new State.Done(LARGE));
  }

  @Test
  void aDiskThatIsTooSmallIsSaidBeforeAnythingIsTransferred() {
    fixture.free = Known.of(1_000_000_000L);
    pull.pull(LARGE);

    assertThat(pull.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Failed.class,
            failed -> assertThat(failed.text().key()).isEqualTo("models.pull.no-space"));
  }

  @Test
  void aNameThatIsNoneIsSaidAtTheField() {
    pull.nameProperty().set("bad name!");
    pull.pull();
    assertThat(pull.nameErrorProperty().get()).isPresent();
    assertThat(pull.stateProperty().get()).isInstanceOf(State.Idle.class);

    pull.nameProperty().set("good-name");
    assertThat(pull.nameErrorProperty().get()).isEmpty();
  }

  @Test
  void oneAtATime() {
    fixture.tasks.hold();
    pull.pull(LARGE);
    pull.pull(ModelName.of("gemma4:e2b"));
    fixture.tasks.release();

    assertThat(fixture.names()).contains("gemma4:31b").doesNotContain("gemma4:e2b");
  }
}
