package dev.switchyard.ui.launch;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.launch.LaunchClaude;
import dev.switchyard.domain.launch.LaunchRequest;
import dev.switchyard.domain.launch.LaunchRequest.Task;
import dev.switchyard.domain.launch.preflight.LaunchWarning;
import dev.switchyard.domain.launch.shell.Shell;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
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
  public LaunchViewModel(
      Tasks tasks,
      LaunchClaude launcher,
      Supplier<Preferences> preferences,
      Notices notices,
      Consumer<String> clipboard,
      Remedies remedies) {
    this.tasks = tasks;
    this.launcher = launcher;
    this.preferences = preferences;
    this.notices = notices;
    this.clipboard = clipboard;
    this.remedies = remedies;
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
    check(new Task.Session(List.of()));
  }

  /// The guide's question, answered in a terminal.
  public void quickTest() {
    check(new Task.QuickTest());
  }

  /// One task in the cloud.
  ///
  /// @param prompt what to do; blank for a session
  public void cloudOnce(String model, String prompt) {
    check(cloudTask(model, prompt));
  }

  /// Goes on with the launch that waits.
  public void launchAnyway() {
    pending.get().filter(Pending::canGoOn).ifPresent(waiting -> open(waiting.request(), List.of()));
  }

  /// Checks the launch that waits once more: the person may have mended what was wrong.
  public void checkAgain() {
    pending.get().ifPresent(waiting -> check(waiting.request().task()));
  }

  /// Gives up the launch that waits.
  public void dismiss() {
    pending.set(Optional.empty());
    failure.set(Optional.empty());
  }

  /// Copies the command of a session.
  public void copySession(Shell shell) {
    copy(new Task.Session(List.of()), shell);
  }

  /// Copies the command of a one-off in the cloud.
  public void copyCloudOnce(String model, String prompt, Shell shell) {
    copy(cloudTask(model, prompt), shell);
  }

  private static Task cloudTask(String model, String prompt) {
    return new Task.CloudOnce(model, Optional.of(prompt.strip()).filter(text -> !text.isEmpty()));
  }

  private void copy(Task task, Shell shell) {
    start(
        task,
        request ->
            tasks.run(
                _ -> launcher.line(request, shell),
                line -> {
                  busy.set(false);
                  clipboard.accept(line);
                  notices.show(
                      Notices.Kind.SUCCESS, Message.of("launch.copied", shell.displayName()));
                },
                problem -> failed(problem.text())));
  }

  private void check(Task task) {
    var expected = target.get().flatMap(LaunchTarget::expected);
    start(
        task,
        request ->
            tasks.run(
                _ -> launcher.check(request, Optional.empty(), preferences.get(), expected),
                warnings -> checked(request, warnings),
                problem -> failed(problem.text())));
  }

  private void checked(LaunchRequest request, List<LaunchWarning> warnings) {
    if (warnings.stream().anyMatch(warning -> warning.severity() != Severity.INFO)) {
      busy.set(false);
      pending.set(Optional.of(new Pending(request, warnings)));
    } else {
      open(request, warnings);
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

  private void start(Task task, Consumer<LaunchRequest> work) {
    if (busy.get()) {
      return;
    }
    target
        .get()
        .ifPresent(project -> {
          dismiss();
          busy.set(true);
          work.accept(new LaunchRequest(project.folder(), task));
        });
  }

  private void failed(Message text) {
    busy.set(false);
    failure.set(Optional.of(text));
  }
}
