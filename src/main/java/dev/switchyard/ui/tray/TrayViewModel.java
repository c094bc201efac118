package dev.switchyard.ui.tray;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.alarm.FindAlarms;
import dev.switchyard.domain.alarm.ProjectAlarm;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.tray.ReadTray;
import dev.switchyard.domain.tray.TrayAction;
import dev.switchyard.domain.tray.TrayFacts;
import dev.switchyard.domain.tray.TrayLook;
import dev.switchyard.domain.work.FollowWork;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.ui.launch.LaunchTarget;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.projects.ChangeViewModel.Change;
import dev.switchyard.ui.projects.ChangeViewModel.Wish;
import dev.switchyard.ui.projects.RouteChanges;
import dev.switchyard.ui.projects.WrittenRoutes;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The tray: what it shows, and what a click does.
///
/// A switch is planned and written as in the window. Where the plan says anything that a person
/// should read, asks for a choice, or cannot be made, nothing is written and the window opens at
/// it.
public final class TrayViewModel implements AutoCloseable {
  /// Only the server and the memory have to be asked: what is written is heard of, and opening the
  /// menu asks at once.
  private static final Duration INTERVAL = Duration.ofSeconds(60);

  /// No server is asked for it: only what its log has got is read.
  private static final Duration WORK_INTERVAL = Duration.ofSeconds(10);

  private final Tasks tasks;
  private final ModelServer server;
  private final RouteChanges changes;
  private final Path home;
  private final LaunchViewModel launch;
  private final Notices notices;
  private final WindowAccess window;
  private final WrittenRoutes written;
  private final Notices.Action undo;
  private final FindAlarms finder;
  private final Tasks.Poll poll;
  private final Tasks.Poll workPoll;
  private final Set<ModelName> loading = new HashSet<>();
  private final ReadOnlyObjectWrapper<TrayLook> look =
      new ReadOnlyObjectWrapper<>(TrayMenu.starting());
  private final ReadOnlyBooleanWrapper visible = new ReadOnlyBooleanWrapper();
  private Optional<TrayFacts> facts = Optional.empty();
  private RequestStage stage = new RequestStage.Resting();
  private List<ProjectAlarm> alarms = List.of();

  /// @param home the person's home folder
  /// @param launch the tray's own, so that the window's keeps its project
  public TrayViewModel(
      Tasks tasks,
      ReadTray reader,
      FollowWork work,
      FindAlarms finder,
      ModelServer server,
      RouteChanges changes,
      Path home,
      LaunchViewModel launch,
      Notices notices,
      WindowAccess window,
      WrittenRoutes written) {
    this.tasks = tasks;
    this.finder = finder;
    this.server = server;
    this.changes = changes;
    this.home = home;
    this.launch = launch;
    this.notices = notices;
    this.window = window;
    this.written = written;
    this.undo = new Notices.Action("projects.undo", window::undo);
    poll = tasks.poll(INTERVAL, _ -> reader.read(), this::show, this::report);
    workPoll =
        tasks.poll(WORK_INTERVAL, _ -> work.look(server.url()), this::showWork, this::report);
    written.addReader(this::refresh);
    launch.pendingProperty().subscribe(waiting -> waiting.ifPresent(_ -> decideLaunch()));
    launch.failureProperty().subscribe(failure -> failure.ifPresent(_ -> decideLaunch()));
  }

  /// What the tray is to show.
  public ReadOnlyObjectProperty<TrayLook> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /// Whether a desktop shows the icon now.
  public ReadOnlyBooleanProperty visibleProperty() {
    return visible.getReadOnlyProperty();
  }

  /// The desktop shows the icon from now on, or does not any more.
  public void setVisible(boolean isVisible) {
    visible.set(isVisible);
    poll.setPaused(!isVisible);
    workPoll.setPaused(!isVisible);
  }

  /// The menu is about to be looked at: only now alarms are looked for, which takes a look at all
  /// projects.
  public void opening() {
    refresh();
    workPoll.refresh();
    tasks.run(_ -> finder.read(), this::showAlarms, _ -> showAlarms(List.of()));
  }

  /// Something was done that the tray tells of.
  public void refresh() {
    poll.refresh();
  }

  public void act(TrayAction action) {
    switch (action) {
      case TrayAction.Open _ -> window.open();
      case TrayAction.ShowProject(var folder) -> window.showProject(folder);
      case TrayAction.Quit _ -> window.quit();
      case TrayAction.SwitchDefault(var choice) -> switchDefault(choice);
      case TrayAction.SwitchProject(var folder, var choice, var model) ->
          apply(
              changes.project(folder, choice, Wish.model(model)),
              () -> window.decide(folder, choice, model));
      case TrayAction.Launch(var folder, var expected) -> {
        launch.setTarget(Optional.of(new LaunchTarget(folder, Optional.of(expected))));
        launch.launch();
      }
      case TrayAction.Load(var model) -> load(model);
      case TrayAction.Unload(var model) -> change(_ -> server.unload(model), () -> {});
    }
  }

  private void switchDefault(RouteChoice choice) {
    if (choice == RouteChoice.LOCAL && facts.filter(TrayMenu::isDefaultLocal).isPresent()) {
      // It would take the best model in place of the chosen one.
      return;
    }
    var model =
        choice == RouteChoice.LOCAL ? facts.flatMap(TrayMenu::bestModel) : Optional.<String>empty();
    apply(
        changes.defaultRoute(home, choice, Wish.model(model)), () -> window.decideDefault(choice));
  }

  private void apply(Tasks.Work<Change> plan, Runnable decide) {
    tasks.run(
        plan,
        change -> {
          if (change.scope().isPresent() || !change.notes().isEmpty()) {
            decide.run();
          } else {
            write(change, decide);
          }
        },
        _ -> decide.run());
  }

  private void write(Change change, Runnable decide) {
    tasks.run(
        change.write(),
        done -> {
          notices.show(Notices.Kind.SUCCESS, done, Optional.of(undo));
          written.announce();
        },
        _ -> decide.run());
  }

  private void decideLaunch() {
    launch.targetProperty().get().ifPresent(project -> window.decideLaunch(project));
    launch.dismiss();
  }

  private void load(ModelName model) {
    loading.add(model);
    publish();
    change(
        cancellation -> server.load(model, ModelServer.KeepAlive.SERVER_DEFAULT, cancellation),
        () -> loading.remove(model));
  }

  private void change(Tasks.Action action, Runnable ended) {
    tasks.perform(
        action,
        () -> {
          ended.run();
          publish();
          refresh();
        },
        failure -> {
          ended.run();
          publish();
          report(failure);
          // What was asked for did not happen: the window says why.
          window.open();
        });
  }

  private void show(TrayFacts now) {
    facts = Optional.of(now);
    publish();
  }

  private void showWork(Known<RequestStage> now) {
    var before = stage;
    stage = now.toOptional().orElseGet(RequestStage.Resting::new);
    publish();
    if (before.isBusy() != stage.isBusy()) {
      // What is in memory may have become another.
      refresh();
    }
  }

  private void showAlarms(List<ProjectAlarm> found) {
    alarms = found;
    publish();
  }

  private void publish() {
    look.set(
        facts
            .map(known -> TrayMenu.look(known, loading, stage, alarms))
            .orElseGet(TrayMenu::starting));
  }

  private void report(PortException failure) {
    notices.show(Notices.Kind.ERROR, failure.text());
  }

  @Override
  public void close() {
    poll.close();
    workPoll.close();
  }
}
