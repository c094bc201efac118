package dev.switchyard.ui.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.Diagnosis;
import dev.switchyard.domain.doctor.ExamineStep;
import dev.switchyard.domain.project.Project;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which project is looked at, and what was found of it. What was found stays until it is asked
/// anew to the end; an examination that is called off, or that is overtaken by another one, tells
/// nothing.
public final class ExaminationViewModel {
  private final Tasks tasks;
  private final ListedProjects list;
  private final Examiner examiner;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Asking());
  private final ReadOnlyObjectWrapper<Optional<Project>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Examination>> examination =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ExamineStep>> step =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<Path, Examination> earlier = new HashMap<>();
  private Optional<Path> wanted = Optional.empty();
  private Optional<Tasks.Running> running = Optional.empty();
  private Object counted = new Object();
  private boolean shown;
  private boolean held;

  /// The projects that can be looked at.
  @FunctionalInterface
  public interface ListedProjects {
    List<Project> all() throws PortException;
  }

  /// Asks all checks, as the doctor does that knows of the server that is chosen at the moment.
  @FunctionalInterface
  public interface Examiner {
    List<Diagnosis> examine(Path folder, Consumer<ExamineStep> progress, Cancellation cancellation)
        throws PortException;
  }

  /// What is known of the projects.
  public sealed interface State {
    record Asking() implements State {}

    record Failed(Message reason) implements State {}

    /// @param projects those whose folder is there
    record Listed(List<Project> projects) implements State {}
  }

  public ExaminationViewModel(Tasks tasks, ListedProjects list, Examiner examiner, Clock clock) {
    this.tasks = tasks;
    this.list = list;
    this.examiner = examiner;
    this.clock = clock;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Project>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// The last one of the chosen project; empty before the first.
  public ReadOnlyObjectProperty<Optional<Examination>> examinationProperty() {
    return examination.getReadOnlyProperty();
  }

  /// What is waited for; empty while nothing is.
  public ReadOnlyObjectProperty<Optional<ExamineStep>> stepProperty() {
    return step.getReadOnlyProperty();
  }

  public void setShown(boolean isShown) {
    shown = isShown;
    if (shown) {
      refresh();
    }
  }

  /// Looks for projects, then examines the chosen one anew. Does nothing while a fix is under way.
  public void refresh() {
    if (held) {
      return;
    }
    var mine = begin();
    running =
        Optional.of(
            tasks.run(
                _ -> list.all().stream().filter(Project::exists).toList(),
                projects -> ifCounted(mine, () -> show(projects)),
                failure ->
                    ifCounted(
                        mine,
                        () -> {
                          step.set(Optional.empty());
                          state.set(new State.Failed(failure.text()));
                        })));
  }

  /// From now on only the answer to the question that follows counts.
  private Object begin() {
    cancel();
    var mine = new Object();
    counted = mine;
    step.set(chosen.get().map(_ -> ExamineStep.ROUTE));
    return mine;
  }

  /// Looks at a project, at once where the screen is in view.
  public void choose(Path folder) {
    wanted = Optional.of(folder);
    if (shown && state.get() instanceof State.Listed(var projects)) {
      show(projects);
    }
  }

  /// Asks everything anew. Does nothing while a fix is under way.
  public void examine() {
    if (isAnotherWanted()) {
      refresh();
    } else {
      examineChosen();
    }
  }

  private void examineChosen() {
    if (!held) {
      chosen.get().ifPresent(this::examine);
    }
  }

  /// Stops asking; what was found before stays.
  public void cancel() {
    counted = new Object();
    running.ifPresent(Tasks.Running::cancel);
    running = Optional.empty();
    step.set(Optional.empty());
  }

  /// Nothing is asked until [#release]: what is there changes meanwhile.
  void hold() {
    cancel();
    held = true;
  }

  /// Looks at the project that was chosen meanwhile, if one was.
  void release() {
    held = false;
    if (shown && isAnotherWanted()) {
      refresh();
    }
  }

  private boolean isAnotherWanted() {
    return wanted.isPresent() && !isChosen(wanted.get());
  }

  /// What somebody else has just asked.
  void take(Path folder, List<Diagnosis> all) {
    var fresh = new Examination(folder, clock.instant(), all);
    earlier.put(folder, fresh);
    if (isChosen(folder)) {
      examination.set(Optional.of(fresh));
    }
  }

  private void show(List<Project> projects) {
    var listed = new State.Listed(projects);
    if (!listed.equals(state.get())) {
      state.set(listed);
    }
    var project =
        wanted
            .or(() -> chosen.get().map(Project::folder))
            .flatMap(
                folder -> projects.stream().filter(one -> one.folder().equals(folder)).findFirst())
            .or(() -> projects.stream().findFirst());
    if (!held && !project.equals(chosen.get())) {
      cancel();
      examination.set(Optional.empty());
      chosen.set(project);
      examination.set(project.map(Project::folder).map(earlier::get));
    }
    examineChosen();
  }

  private void examine(Project project) {
    var mine = begin();
    running =
        Optional.of(
            tasks.<ExamineStep, List<Diagnosis>>runWithProgress(
                (progress, cancellation) ->
                    examiner.examine(project.folder(), progress, cancellation),
                now -> ifCounted(mine, () -> step.set(Optional.of(now))),
                all ->
                    ifCounted(
                        mine,
                        () -> {
                          step.set(Optional.empty());
                          take(project.folder(), all);
                        }),
                _ -> ifCounted(mine, () -> step.set(Optional.empty()))));
  }

  private void ifCounted(Object asked, Runnable tell) {
    if (counted.equals(asked)) {
      tell.run();
    }
  }

  boolean isChosen(Path folder) {
    return chosen.get().filter(project -> project.folder().equals(folder)).isPresent();
  }
}
