package dev.switchyard.ui.launch;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.LaunchClaude;
import dev.switchyard.domain.launch.LaunchRequest;
import dev.switchyard.domain.launch.LaunchRequest.Task;
import dev.switchyard.domain.launch.preflight.LaunchWarning;
import dev.switchyard.domain.launch.shell.Shell;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Launches Claude Code for one project: checks first, and asks only if something would go wrong.
public final class LaunchViewModel {
  private final Tasks tasks;
  private final LaunchClaude launcher;
  private final Supplier<Preferences> preferences;
  private final Notices notices;
  private final Consumer<String> clipboard;
  private final Remedies remedies;
  private final OneOffViewModel oneOff;
  private final ReadOnlyObjectWrapper<Optional<LaunchTarget>> opened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<LaunchTarget>> target =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Pending>> pending =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final BooleanBinding canLaunch =
      Bindings.createBooleanBinding(() -> !busy.get() && target.get().isPresent(), busy, target);

  /// What is to be run in a project; working that out may block.
  @FunctionalInterface
  interface TaskOf {
    Task in(Path folder) throws PortException;
  }

  /// A launch that waits for the person's word.
  ///
  /// @param request what would be run
  /// @param warnings what would go wrong, most serious first
  public record Pending(LaunchRequest request, List<LaunchWarning> warnings) {
    /// Whether it can be done all the same.
    public boolean canGoOn() {
      return warnings.stream().noneMatch(LaunchWarning::prevents);
    }
  }

  /// @param clipboard takes what is copied
  /// @param oneOffs what runs elsewhere than the project's route need
  public LaunchViewModel(
      Tasks tasks,
      LaunchClaude launcher,
      Supplier<Preferences> preferences,
      Notices notices,
      Consumer<String> clipboard,
      Remedies remedies,
      OneOffs oneOffs) {
    this.tasks = tasks;
    this.launcher = launcher;
    this.preferences = preferences;
    this.notices = notices;
    this.clipboard = clipboard;
    this.remedies = remedies;
    this.oneOff = new OneOffViewModel(tasks, this, oneOffs);
  }

  /// Another project, or none: what was said about the one before goes away.
  public void setTarget(Optional<LaunchTarget> project) {
    if (!project.equals(target.get())) {
      target.set(project);
      dismiss();
    }
  }

  public ReadOnlyObjectProperty<Optional<LaunchTarget>> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /// The launch that waits, with its warnings.
  public ReadOnlyObjectProperty<Optional<Pending>> pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /// Why the last launch did not happen.
  public ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// The project for which a terminal was opened last.
  public ReadOnlyObjectProperty<Optional<LaunchTarget>> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// What the window can do about a warning.
  public Remedies remedies() {
    return remedies;
  }

  /// While it is checked, and while the terminal opens.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Whether there is a project and nothing is under way.
  public BooleanBinding canLaunch() {
    return canLaunch;
  }

  /// A session in a terminal.
  public void launch() {
    check(_ -> new Task.Session(List.of()));
  }

  /// The guide's question, answered in a terminal.
  public void quickTest() {
    check(_ -> new Task.QuickTest());
  }

  /// Runs with another server than the project's.
  public OneOffViewModel oneOff() {
    return oneOff;
  }

  /// Goes on with the launch that waits.
  public void launchAnyway() {
    pending.get().filter(Pending::canGoOn).ifPresent(waiting -> open(waiting.request(), List.of()));
  }

  /// Checks the launch that waits once more: the person may have mended what was wrong.
  public void checkAgain() {
    pending.get().ifPresent(waiting -> check(_ -> waiting.request().task()));
  }

  /// Gives up the launch that waits.
  public void dismiss() {
    pending.set(Optional.empty());
    failure.set(Optional.empty());
  }

  /// Copies the command of a session.
  public void copySession(Shell shell) {
    copy(_ -> new Task.Session(List.of()), shell);
  }

  void copy(TaskOf task, Shell shell) {
    start(folder ->
        tasks.run(
            _ -> launcher.line(new LaunchRequest(folder, task.in(folder)), shell),
            line -> {
              busy.set(false);
              clipboard.accept(line);
              notices.show(Notices.Kind.SUCCESS, Message.of("launch.copied", shell.displayName()));
            },
            problem -> failed(problem.text())));
  }

  void check(TaskOf task) {
    var expected = target.get().flatMap(LaunchTarget::expected);
    start(folder ->
        tasks.run(
            _ -> {
              var request = new LaunchRequest(folder, task.in(folder));
              var warnings = launcher.check(request, Optional.empty(), preferences.get(), expected);
              return new Pending(request, warnings);
            },
            this::checked,
            problem -> failed(problem.text())));
  }

  private void checked(Pending checked) {
    if (checked.warnings().stream().anyMatch(warning -> warning.severity() != Severity.INFO)) {
      busy.set(false);
      pending.set(Optional.of(checked));
    } else {
      open(checked.request(), checked.warnings());
    }
  }

  private void open(LaunchRequest request, List<LaunchWarning> remarks) {
    pending.set(Optional.empty());
    busy.set(true);
    tasks.run(
        _ -> launcher.open(request, Optional.empty(), preferences.get()),
        _ -> {
          busy.set(false);
          opened.set(target.get());
          // The terminal covers this window: what matters there is said where it still shows
          // afterwards.
          remarks.forEach(remark ->
              notices.show(
                  Notices.Kind.INFO, Message.of("launch.remark", remark.text(), remark.advice())));
        },
        problem -> failed(problem.text()));
  }

  private void start(Consumer<Path> work) {
    if (busy.get()) {
      return;
    }
    target
        .get()
        .ifPresent(project -> {
          dismiss();
          busy.set(true);
          work.accept(project.folder());
        });
  }

  private void failed(Message text) {
    busy.set(false);
    failure.set(Optional.of(text));
  }
}
