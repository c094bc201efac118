package dev.switchyard.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.setup.ReadLoaded;
import dev.switchyard.domain.truth.Lessons;
import dev.switchyard.domain.truth.LoadTruth;
import dev.switchyard.domain.truth.MemoryLessons;
import dev.switchyard.domain.truth.ReadTruth;
import dev.switchyard.domain.truth.RunnerSight;
import dev.switchyard.domain.truth.SeenLoads;
import dev.switchyard.domain.truth.WatchedServer;
import dev.switchyard.fake.FixedMemory;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.ServedOllama;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.NoticesViewModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoadedViewModelTest {
  private static final ModelName MODEL = ModelName.of("gemma4-claude");

  @RegisterExtension private final ServedOllama ollama = new ServedOllama();

  private final ImmediateTasks tasks = new ImmediateTasks();
  private final NoticesViewModel notices = new NoticesViewModel();
  private final List<List<LoadedModel>> told = new ArrayList<>();
  private Instant now = Setup.EPOCH;
  private ModelServer server;
  private SeenLoads seen;
  private LoadedViewModel model;

  @BeforeEach
  void start() {
    var machine = FixedMemory.of(64L << 30, 24L << 30);
    seen = new SeenLoads(_ -> truth(machine));
    server = new WatchedServer(ollama.server(), seen, () -> machine);
    model =
        new LoadedViewModel(
            tasks, server, new ReadLoaded(server, seen), notices, () -> now, told::add);
  }

  private ReadTruth truth(FixedMemory machine) {
    return new ReadTruth(
        ollama.server(),
        new ServerMemory(ollama.server(), machine),
        new RunnerSight(List::of, _ -> Known.unknown(Message.of("truth.unknown.noLog")), machine),
        new Lessons(new MemoryLessons(), new MemoryLessons.Silence()),
        new MemoryLessons.Silence(),
        Clock.systemUTC());
  }

  @Test
  void asksNothingWhileNobodyLooks() {
    assertThat(told).isEmpty();
    model.setPaused(false);
    assertThat(told).containsExactly(List.of());
    tasks.turn();
    assertThat(told).as("the same is not told again").hasSize(1);
    model.setPaused(true);
    tasks.turn();
    assertThat(told).hasSize(1);
  }

  @Test
  void aLoadedModelHasATimeAndCanBeKeptAndUnloaded() throws Exception {
    ollama.server().load(MODEL, ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    model.setPaused(false);
    var row = model.rowsProperty().get().getFirst();
    assertThat(row.until()).isInstanceOf(LoadedViewModel.Until.In.class);

    model.keep(row.model());
    assertThat(model.rowsProperty().get().getFirst().kept()).isTrue();

    model.unload(row.model());
    assertThat(model.rowsProperty().get()).isEmpty();
    assertThat(told.getLast()).isEmpty();
  }

  @Test
  void theTimeLeftGoesOnWhileNothingElseChanges() throws Exception {
    ollama.server().load(MODEL, ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    model.setPaused(false);
    assertThat(model.rowsProperty().get().getFirst().until())
        .isEqualTo(new LoadedViewModel.Until.In(Duration.ofMinutes(5)));

    now = now.plusSeconds(30);
    tasks.turn();
    assertThat(model.rowsProperty().get().getFirst().until())
        .isEqualTo(new LoadedViewModel.Until.In(Duration.ofMinutes(4)));
    now = now.plusSeconds(225);
    tasks.turn();
    assertThat(model.rowsProperty().get().getFirst().until())
        .isInstanceOfSatisfying(
            LoadedViewModel.Until.In.class,
            left -> assertThat(left.time()).isLessThan(Duration.ofMinutes(1)));
  }

  /// The simulated server loses the KV cache of the global layers, as real ones do from 0.30 on.
  @Test
  void whereTheServersFigureIsTooSmallTheComputedOneStandsBesideIt() throws Exception {
    ollama.server().load(MODEL, ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    model.setPaused(false);
    assertThat(model.rowsProperty().get().getFirst().now().truth()).isEmpty();

    seen.look();
    model.refresh();
    var now = model.rowsProperty().get().getFirst().now();
    assertThat(now.truth().flatMap(LoadTruth::understatedBytes).orElseThrow())
        .isGreaterThan(now.model().bytes());
  }

  @Test
  void whileItChangesItsButtonsAreOff() throws Exception {
    ollama.server().load(MODEL, ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    model.setPaused(false);

    tasks.hold();
    model.unload(model.rowsProperty().get().getFirst().model());

    assertThat(model.rowsProperty().get().getFirst().changing()).isTrue();
    tasks.release();
    assertThat(model.rowsProperty().get()).isEmpty();
  }

  @Test
  void aRefusedUnloadIsANoticeAndTheModelStays() throws Exception {
    ollama.server().load(MODEL, ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    model.setPaused(false);
    ollama
        .simulated()
        .faults()
        .add(new Fault.Answer("/api/generate", 500, "application/json", "{\"error\":\"busy\"}"));

    model.unload(model.rowsProperty().get().getFirst().model());

    assertThat(notices.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notices.Kind.ERROR));
    assertThat(model.rowsProperty().get()).singleElement().matches(row -> !row.changing());
  }

  @Test
  void aServerThatIsGoneLeavesNoModelBehind() throws Exception {
    ollama.server().load(MODEL, ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    model.setPaused(false);

    ollama.simulated().close();
    tasks.turn();

    assertThat(model.rowsProperty().get()).isEmpty();
    assertThat(model.problemProperty().get()).isPresent();
    assertThat(told.getLast()).isEmpty();
  }
}
