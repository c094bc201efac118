package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.BenchmarkOutcome;
import dev.switchyard.domain.benchmark.BenchmarkRequest;
import dev.switchyard.domain.benchmark.BenchmarkStep;
import dev.switchyard.domain.benchmark.MachineLoad;
import dev.switchyard.domain.benchmark.RunBenchmark;
import dev.switchyard.domain.benchmark.Task;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is to be measured, what would disturb it, and the benchmark that is under way. It goes on
/// while another screen is shown.
public final class RunViewModel {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /// Where the benchmark stands.
  public sealed interface State {
    record Idle() implements State {}

    /// @param step empty until the first one begins
    /// @param stopping whether the person has cancelled
    record Running(Optional<BenchmarkStep> step, boolean stopping) implements State {}

    /// Something was measured, also where it ended before its time.
    record Ended(BenchmarkOutcome outcome) implements State {}

    /// Nothing was measured.
    ///
    /// @param text why, and what to do next
    record Failed(Message text) implements State {}
  }

  private record Answer(
      List<InstalledModel> models, List<LoadedModel> loaded, MachineLoad machine) {}

  private final Tasks tasks;
  private final ModelServer server;
  private final RunBenchmark benchmark;
  private final Programs programs;
  private final Tasks.Poll poll;

  private final ObservableList<ModelName> models = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<ModelName>> model =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Integer> repeats =
      new SimpleObjectProperty<>(BenchmarkRequest.USUAL_REPEATS);
  private final BooleanProperty throughClaude = new SimpleBooleanProperty();
  private final BooleanProperty reload = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Known<Program>> claude =
      new ReadOnlyObjectWrapper<>(Known.unknown(Message.of("benchmark.claude.looking")));
  private final ReadOnlyObjectWrapper<Known<MachineLoad>> machine =
      new ReadOnlyObjectWrapper<>(Known.unknown(Message.of("benchmark.machine.asking")));
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Consumer<? super BenchmarkOutcome> onEnded = _ -> {};
  private Optional<Tasks.Running> running = Optional.empty();
  private boolean lookedForClaude;

  /// Read where the server is asked, away from the window's thread.
  private volatile String digest = "";

  private List<InstalledModel> installed = List.of();

  public RunViewModel(Tasks tasks, ModelServer server, RunBenchmark benchmark, Programs programs) {
    this.tasks = tasks;
    this.server = server;
    this.benchmark = benchmark;
    this.programs = programs;
    this.poll = tasks.poll(INTERVAL, _ -> ask(), this::show, this::showFailure);
    model.addListener((_, _, _) -> chosen());
  }

  /// @param handler told of every benchmark that has measured something
  void setOnEnded(Consumer<? super BenchmarkOutcome> handler) {
    onEnded = handler;
  }

  void setShown(boolean shown) {
    poll.setPaused(!shown);
    if (shown && !lookedForClaude) {
      lookedForClaude = true;
      tasks.run(
          _ -> programs.claude(),
          claude::set,
          failure -> claude.set(Known.unknown(failure.text())));
    }
  }

  /// What can be measured: models of this machine that answer.
  public ObservableList<ModelName> models() {
    return models;
  }

  public ObjectProperty<Optional<ModelName>> modelProperty() {
    return model;
  }

  public ObjectProperty<Integer> repeatsProperty() {
    return repeats;
  }

  public BooleanProperty throughClaudeProperty() {
    return throughClaude;
  }

  public BooleanProperty reloadProperty() {
    return reload;
  }

  /// Claude Code, or why it cannot be asked.
  public ReadOnlyObjectProperty<Known<Program>> claudeProperty() {
    return claude.getReadOnlyProperty();
  }

  /// What would disturb the figures, or does.
  public ReadOnlyObjectProperty<Known<MachineLoad>> machineProperty() {
    return machine.getReadOnlyProperty();
  }

  /// Why the server cannot be asked.
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Does nothing while a benchmark is under way, or where no model is chosen.
  public void start() {
    if (state.get() instanceof State.Running || model.get().isEmpty()) {
      return;
    }
    var request =
        new BenchmarkRequest(
            model.get().get(),
            List.of(Task.values()),
            repeats.get(),
            throughClaude.get(),
            reload.get(),
            BenchmarkRequest.USUAL_LIMIT);
    state.set(new State.Running(Optional.empty(), false));
    running =
        Optional.of(
            tasks.<BenchmarkStep, BenchmarkOutcome>runWithProgress(
                (progress, cancellation) -> benchmark.run(request, progress, cancellation),
                this::began,
                this::ended,
                failure -> state.set(new State.Failed(failure.text()))));
  }

  /// Asks the benchmark to stop; what it has is shown then.
  public void cancel() {
    if (state.get() instanceof State.Running(var step, _)) {
      state.set(new State.Running(step, true));
      running.ifPresent(Tasks.Running::cancel);
    }
  }

  /// The person has seen what came of it.
  public void dismiss() {
    if (!(state.get() instanceof State.Running)) {
      state.set(new State.Idle());
    }
  }

  /// The window is gone for good.
  void close() {
    running.ifPresent(Tasks.Running::cancel);
    poll.close();
  }

  private void began(BenchmarkStep step) {
    if (state.get() instanceof State.Running(_, var stopping)) {
      state.set(new State.Running(Optional.of(step), stopping));
    }
  }

  private void ended(BenchmarkOutcome outcome) {
    state.set(new State.Ended(outcome));
    onEnded.accept(outcome);
  }

  private Answer ask() throws PortException {
    return new Answer(server.installed(), server.loaded(), benchmark.machine(digest));
  }

  private void show(Answer answer) {
    problem.set(Optional.empty());
    machine.set(Known.of(answer.machine()));
    installed = answer.models();
    var found =
        installed.stream().filter(RunViewModel::canAnswer).map(InstalledModel::name).toList();
    if (!found.equals(models)) {
      var before = model.get();
      models.setAll(found);
      model.set(
          before
              .filter(found::contains)
              .or(() -> loadedOf(found, answer.loaded()))
              .or(() -> found.stream().findFirst()));
    }
  }

  private static boolean canAnswer(InstalledModel model) {
    return !model.isCloud()
        && model
            .capabilities()
            .toOptional()
            .map(all -> all.contains(Capability.COMPLETION))
            .orElse(true);
  }

  /// What is in memory is what the person works with.
  private static Optional<ModelName> loadedOf(List<ModelName> found, List<LoadedModel> loaded) {
    return loaded.stream().map(LoadedModel::name).filter(found::contains).findFirst();
  }

  private void chosen() {
    digest =
        model
            .get()
            .flatMap(name ->
                installed.stream()
                    .filter(one -> one.name().equals(name))
                    .map(InstalledModel::digest)
                    .findFirst())
            .orElse("");
    poll.refresh();
  }

  private void showFailure(PortException failure) {
    problem.set(Optional.of(failure.text()));
    machine.set(Known.unknown(failure.text()));
  }
}
