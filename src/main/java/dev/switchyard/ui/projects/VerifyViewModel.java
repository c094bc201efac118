package dev.switchyard.ui.projects;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.Standing;
import dev.switchyard.domain.probe.VerifyRoute;
import dev.switchyard.domain.probe.VerifyStep;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.work.FollowWork;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Proving the chosen project's route. One proof runs at a time; it goes on while another project
/// or screen is looked at.
public final class VerifyViewModel implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Tasks tasks;
  private final VerifyRoute useCase;
  private final FollowWork work;
  private final ProjectsViewModel projects;
  private final Notices notices;
  private final Clock clock;
  private final Tasks.Poll ticks;
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
  private final Map<Path, Duration> took = new HashMap<>();
  private final ReadOnlyObjectWrapper<RequestStage> stage =
      new ReadOnlyObjectWrapper<>(new RequestStage.Resting());
  private State state = new State.Idle();

  /// The server that the proof's real request goes to.
  private volatile Optional<EndpointUrl> server = Optional.empty();

  private record Tick(Instant now, RequestStage stage) {}

  private Optional<Tasks.Running> running = Optional.empty();
  private Runnable onLook = () -> {};

  /// Where the one proof stands.
  public sealed interface State {
    /// None was asked for, or its outcome is known.
    record Idle() implements State {}

    /// It would cost money, and waits for leave.
    record Confirming(Path folder) implements State {}

    /// @param since when it began
    /// @param elapsed since then
    /// @param stopping whether the person has cancelled
    record Running(Path folder, VerifyStep step, Instant since, Duration elapsed, boolean stopping)
        implements State {}

    /// There was no outcome.
    ///
    /// @param reason why, and what to do next
    record Failed(Path folder, Message reason) implements State {}
  }

  /// What the person sees.
  ///
  /// @param standing of the chosen project's route; empty without one
  /// @param state of the chosen project's proof; Idle also while another project's runs
  /// @param canStart whether a proof of it could start now
  public record Shown(Optional<Standing> standing, State state, boolean canStart) {
    static final Shown NOTHING = new Shown(Optional.empty(), new State.Idle(), false);
  }

  public VerifyViewModel(
      Tasks tasks,
      VerifyRoute useCase,
      FollowWork work,
      ProjectsViewModel projects,
      Notices notices,
      Clock clock) {
    this.tasks = tasks;
    this.useCase = useCase;
    this.work = work;
    this.projects = projects;
    this.notices = notices;
    this.clock = clock;
    this.ticks = tasks.poll(TICK, _ -> tick(), this::passed, _ -> {});
    projects.selectedProperty().subscribe(_ -> show());
    projects.stateProperty().subscribe(_ -> show());
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// What the server is doing that answers the proof's real request; Resting while it is not asked,
  /// and where nothing can be seen of it.
  public ReadOnlyObjectProperty<RequestStage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /// @param handler brings the proof into view
  void setOnLook(Runnable handler) {
    onLook = handler;
  }

  /// Another screen sends the person here.
  public void look() {
    onLook.run();
  }

  /// Starts with the chosen project, or first asks where it would cost money.
  public void verify() {
    if (!shown.get().canStart()) {
      return;
    }
    selectedFolder()
        .ifPresent(folder -> {
          boolean costs =
              shown.get().standing().filter(one -> one.prospect().costsMoney()).isPresent();
          if (costs) {
            set(new State.Confirming(folder));
          } else {
            start(folder, false);
          }
        });
  }

  /// Gives the leave that [#verify] asked for.
  public void confirm() {
    if (state instanceof State.Confirming(var folder)) {
      start(folder, true);
    }
  }

  /// Stops what runs, and takes back what was asked.
  public void cancel() {
    switch (state) {
      case State.Running(var folder, var step, var since, var elapsed, _) -> {
        set(new State.Running(folder, step, since, elapsed, true));
        running.ifPresent(Tasks.Running::cancel);
      }
      case State.Confirming _, State.Failed _ -> set(new State.Idle());
      case State.Idle _ -> {
        // Nothing to stop.
      }
    }
  }

  private void start(Path folder, boolean mayCost) {
    var request = new VerifyRoute.Request(folder, true, true, mayCost);
    set(
        new State.Running(
            folder, VerifyStep.FIRST_CONVERSATION, clock.instant(), Duration.ZERO, false));
    server = serverOfSelected();
    ticks.setPaused(false);
    running =
        Optional.of(
            tasks.<VerifyStep, Proof>runWithProgress(
                (progress, cancellation) -> useCase.verify(request, progress, cancellation),
                this::reached,
                this::done,
                failure -> failed(folder, failure)));
  }

  private void reached(VerifyStep step) {
    if (state instanceof State.Running(var folder, _, var since, var elapsed, var stopping)) {
      set(new State.Running(folder, step, since, elapsed, stopping));
    }
  }

  private Tick tick() {
    var seen = server.map(work::look).flatMap(Known::toOptional);
    return new Tick(clock.instant(), seen.orElseGet(RequestStage.Resting::new));
  }

  private void passed(Tick tick) {
    if (state instanceof State.Running running) {
      pass(tick.now());
      stage.set(asks(running.step()) ? tick.stage() : new RequestStage.Resting());
    }
  }

  /// Whether a request of the proof is on its way to the server.
  private static boolean asks(VerifyStep step) {
    return switch (step) {
      case FIRST_CONVERSATION, SECOND_CONVERSATION -> false;
      case STARTING, WAITING, ANSWERING -> true;
    };
  }

  private void pass(Instant now) {
    if (state instanceof State.Running(var folder, var step, var since, _, var stopping)) {
      set(new State.Running(folder, step, since, Duration.between(since, now), stopping));
    }
  }

  /// How long the chosen project's route took to prove the last time; zero where that is not known.
  public Duration before() {
    return selectedFolder()
        .map(folder -> took.getOrDefault(folder, Duration.ZERO))
        .orElse(Duration.ZERO);
  }

  private void done(Proof proof) {
    if (state instanceof State.Running(var folder, _, var since, _, _)) {
      took.put(folder, Duration.between(since, clock.instant()));
    }
    ended(new State.Idle());
    var name = proof.folder().getFileName();
    notices.show(
        proof.proven() ? Notices.Kind.SUCCESS : Notices.Kind.ERROR,
        Message.of(
            proof.proven() ? "verify.notice.proven" : "verify.notice.different",
            String.valueOf(name == null ? proof.folder() : name)));
  }

  private void failed(Path folder, PortException failure) {
    ended(
        failure.kind() == PortException.Kind.CANCELLED
            ? new State.Idle()
            : new State.Failed(folder, failure.text()));
  }

  private void ended(State next) {
    ticks.setPaused(true);
    stage.set(new RequestStage.Resting());
    running = Optional.empty();
    set(next);
    projects.refresh();
  }

  private void set(State next) {
    state = next;
    show();
  }

  private void show() {
    var standing = projects.selectedProperty().get().flatMap(projects::standing);
    var next = new Shown(standing, ofSelected(), canStart(standing));
    if (!next.equals(shown.get())) {
      shown.set(next);
    }
  }

  private State ofSelected() {
    var folder =
        switch (state) {
          case State.Idle _ -> Optional.<Path>empty();
          case State.Confirming(var asked) -> Optional.of(asked);
          case State.Running(var proving, _, _, _, _) -> Optional.of(proving);
          case State.Failed(var tried, _) -> Optional.of(tried);
        };
    return folder.equals(selectedFolder()) ? state : new State.Idle();
  }

  private boolean canStart(Optional<Standing> standing) {
    return standing.filter(one -> one.prospect().hazard().isEmpty()).isPresent()
        && !(state instanceof State.Running);
  }

  private Optional<EndpointUrl> serverOfSelected() {
    return projects
        .selectedProperty()
        .get()
        .flatMap(row -> row.route().toOptional())
        .map(EffectiveRoute::baseUrl)
        .flatMap(EndpointUrl::parse);
  }

  private Optional<Path> selectedFolder() {
    return projects
        .selectedProperty()
        .get()
        .map(ProjectRoute::project)
        .map(project -> project.folder());
  }

  @Override
  public void close() {
    ticks.close();
  }
}
