package dev.switchyard.ui.benchmark;

import static dev.switchyard.domain.benchmark.Measured.WALL;
import static dev.switchyard.ui.benchmark.BenchmarkFixture.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.DemoBenchmarks;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.Measure;
import dev.switchyard.domain.benchmark.Regression;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.ui.benchmark.HistoryViewModel.Form;
import dev.switchyard.ui.benchmark.RunViewModel.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class BenchmarkViewModelTest {
  @TempDir private Path folder;

  @Test
  void whatAnswersOnThisMachineCanBeChosenAndWhatIsLoadedIsFirst() throws Exception {
    var setup = Setup.instant();
    var loaded = setup.installed().get(2);
    try (var fixture = new BenchmarkFixture(setup.withLoaded(loaded, Duration.ofMinutes(5)))) {
      fixture.model.setShown(true);
      var run = fixture.model.run();
      assertThat(run.models())
          .extracting(ModelName::shortText)
          .containsExactly("gemma4-claude", "gemma4:26b", "gemma4", "codellama:7b");
      assertThat(run.modelProperty().get()).contains(loaded.name());
      assertThat(run.machineProperty().get().toOptional().orElseThrow().otherModels()).isEmpty();

      run.modelProperty().set(Optional.of(ModelName.of(MODEL)));
      assertThat(run.machineProperty().get().toOptional().orElseThrow().otherModels())
          .containsExactly("gemma4");
    }
  }

  @Test
  void figuresComeAsTheyAreMeasuredAndStayWhenAllAre() throws Exception {
    try (var fixture = new BenchmarkFixture()) {
      fixture.model.setShown(true);
      var known = new ArrayList<Long>();
      fixture
          .model
          .shownProperty()
          .subscribe(shown -> shown.ifPresent(one -> known.add(count(one))));
      fixture.model.run().throughClaudeProperty().set(true);

      fixture.model.run().start();

      assertThat(known).isSorted().hasSizeGreaterThan(20).startsWith(0L);
      assertThat(fixture.model.run().stateProperty().get()).isInstanceOf(State.Ended.class);
      var shown = fixture.model.shownProperty().get().orElseThrow();
      assertThat(shown.kept()).isTrue();
      assertThat(shown.result()).isEqualTo(Optional.of(fixture.kept().getFirst()));
      assertThat(fixture.model.history().shownProperty().get().model()).contains(MODEL);
    }
  }

  private static long count(BenchmarkViewModel.Shown shown) {
    return shown.figures().values().stream().filter(Known.Value.class::isInstance).count();
  }

  @Test
  void whatIsCancelledIsShownAndNotKept() throws Exception {
    try (var fixture = new BenchmarkFixture()) {
      fixture.model.setShown(true);
      var run = fixture.model.run();
      // Between two steps, with some figures.
      run.stateProperty()
          .subscribe(state -> {
            if (state instanceof State.Running(var step, var stopping)
                && !stopping
                && step.filter(one -> one.number() > 6).isPresent()) {
              run.cancel();
            }
          });

      // The wish can be told to what is started already only.
      fixture.tasks.hold();
      run.start();
      fixture.tasks.release();

      var ended = (State.Ended) run.stateProperty().get();
      assertThat(ended.outcome().ended().map(PortException::kind)).contains(Kind.CANCELLED);
      var shown = fixture.model.shownProperty().get().orElseThrow();
      assertThat(shown.kept()).isFalse();
      assertThat(count(shown)).isPositive();
      assertThat(fixture.kept()).isEmpty();

      run.dismiss();
      assertThat(fixture.model.shownProperty().get()).isEmpty();
    }
  }

  @Test
  void aServerThatIsNotThereIsToldAndWhatWasMeasuredStaysInSight() throws Exception {
    try (var fixture = new BenchmarkFixture().remembering(DemoBenchmarks.before(Setup.EPOCH))) {
      fixture.model.setShown(true);
      fixture.simulated.close();
      fixture.tasks.turn();
      assertThat(fixture.model.run().problemProperty().get()).isPresent();
      assertThat(fixture.model.shownProperty().get()).isPresent();

      fixture.model.run().start();
      assertThat(fixture.model.run().stateProperty().get()).isInstanceOf(State.Failed.class);
    }
  }

  @Test
  void withoutClaudeCodeItSaysSo() throws Exception {
    try (var fixture = new BenchmarkFixture()) {
      fixture.program = Known.unknown(Message.of("claude.missing"));
      fixture.model.setShown(true);
      assertThat(fixture.model.run().claudeProperty().get())
          .isEqualTo(Known.<Program>unknown(Message.of("claude.missing")));
    }
  }

  @Test
  void theHistoryShowsFirstWhatBecameWorseThenWhatThePersonWants() throws Exception {
    try (var fixture = new BenchmarkFixture().remembering(DemoBenchmarks.before(Setup.EPOCH))) {
      fixture.model.setShown(true);
      var history = fixture.model.history();
      var slower = FigureKey.of(Measure.PREFILL_16K);
      assertThat(history.shownProperty().get().series().key()).isEqualTo(slower);
      assertThat(history.shownProperty().get().regressions())
          .extracting(Regression::key)
          .containsExactly(slower);

      history.chooseFigure(WALL);
      history.select(0);
      assertThat(history.shownProperty().get().series().key()).isEqualTo(WALL);
      assertThat(history.shownProperty().get().regressions()).isEmpty();
      assertThat(fixture.model.shownProperty().get().flatMap(BenchmarkViewModel.Shown::result))
          .contains(fixture.kept().getFirst());

      fixture.model.setShown(true);
      assertThat(history.shownProperty().get().selected()).as("also after another look").isZero();
    }
  }

  @Test
  void whatIsDeletedComesBack() throws Exception {
    var before = DemoBenchmarks.before(Setup.EPOCH);
    try (var fixture = new BenchmarkFixture().remembering(before)) {
      fixture.model.setShown(true);
      fixture.model.history().select(3);
      fixture.model.history().forget();
      assertThat(fixture.kept()).hasSize(before.size() - 1).doesNotContain(before.get(3));

      fixture.actions.getLast().run().run();
      assertThat(fixture.kept()).containsExactlyElementsOf(before);
      assertThat(fixture.model.history().shownProperty().get().selected()).isEqualTo(3);
    }
  }

  @Test
  void filesHoldWhatIsInSightOrAll() throws Exception {
    var before = DemoBenchmarks.before(Setup.EPOCH);
    var other = renamed(before.getLast(), "qwen3:8b");
    try (var fixture =
        new BenchmarkFixture()
            .remembering(Stream.concat(before.stream(), Stream.of(other)).toList())) {
      fixture.model.setShown(true);
      var csv = folder.resolve("one.csv");
      var json = folder.resolve("all.json");
      fixture.model.history().chooseModel(MODEL);
      fixture.model.history().export(Form.CSV, false, csv);
      fixture.model.history().export(Form.JSON, true, json);

      assertThat(Files.readAllLines(csv))
          .hasSizeGreaterThan(200)
          .noneMatch(line -> line.contains("qwen3"));
      var written = new JsonMapper().readTree(Files.readString(json)).path("benchmarks");
      assertThat(written).hasSize(before.size() + 1);
      assertThat(written.get(9).path("model").asString()).isEqualTo("qwen3:8b");

      fixture.model.history().export(Form.CSV, false, folder);
      assertThat(fixture.notices).hasSize(3);
      assertThat(fixture.notices.getLast().key()).isNotEqualTo("benchmark.exported");
    }
  }

  private static BenchmarkResult renamed(BenchmarkResult result, String model) {
    var subject = result.subject();
    return new BenchmarkResult(
        result.at(),
        new BenchmarkResult.Subject(
            model, "other", subject.contextTokens(), subject.server(), subject.claude()),
        result.repeats(),
        result.load(),
        result.figures());
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    try (var fixture = new BenchmarkFixture()) {
      fixture.store.failure =
          Optional.of(new PortException(Kind.MALFORMED, Message.of("bench.unreadable", "file")));
      fixture.model.setShown(true);
      assertThat(fixture.model.history().problemProperty().get())
          .contains(Message.of("bench.unreadable", "file"));

      fixture.model.run().start();
      var shown = fixture.model.shownProperty().get().orElseThrow();
      assertThat(shown.kept()).as("measured, but not kept").isFalse();
      assertThat(List.copyOf(shown.figures().values())).anyMatch(Known.Value.class::isInstance);
    }
  }
}
