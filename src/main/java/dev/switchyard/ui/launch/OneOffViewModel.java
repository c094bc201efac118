package dev.switchyard.ui.launch;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.LaunchRequest.Task;
import dev.switchyard.domain.launch.shell.Shell;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One run with another server than the project's: what there is to choose from, and the run.
public final class OneOffViewModel {
  private final Tasks tasks;
  private final LaunchViewModel launch;
  private final OneOffs oneOffs;
  private final ObservableList<String> models = FXCollections.observableArrayList();
  private final ObservableList<Problem> cloudRemarks = FXCollections.observableArrayList();
  // Kept here: such a view that nobody holds stops telling its listeners.
  private final ObservableList<String> shownModels =
      FXCollections.unmodifiableObservableList(models);
  private final ObservableList<Problem> shownRemarks =
      FXCollections.unmodifiableObservableList(cloudRemarks);
  private final ReadOnlyObjectWrapper<Optional<Message>> noModels =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  OneOffViewModel(Tasks tasks, LaunchViewModel launch, OneOffs oneOffs) {
    this.tasks = tasks;
    this.launch = launch;
    this.oneOffs = oneOffs;
  }

  /// The local server's models, those that can drive Claude Code first.
  public ObservableList<String> models() {
    return shownModels;
  }

  /// Why there is none to choose.
  public ReadOnlyObjectProperty<Optional<Message>> noModelsProperty() {
    return noModels.getReadOnlyProperty();
  }

  /// Asks the local server what it has.
  public void findModels() {
    tasks.run(_ -> oneOffs.models().names(), this::found, problem -> found(problem.text()));
  }

  /// What to know before a run in the cloud.
  public ObservableList<Problem> cloudRemarks() {
    return shownRemarks;
  }

  /// Looks what a run in the cloud meets in the present project. Settings that cannot be read are
  /// reported by the check before the launch.
  public void explainCloud() {
    cloudRemarks.clear();
    launch
        .targetProperty()
        .get()
        .ifPresent(target ->
            tasks.run(
                _ -> oneOffs.cloud().explain(target.folder()),
                found -> {
                  if (launch.targetProperty().get().equals(Optional.of(target))) {
                    cloudRemarks.setAll(found);
                  }
                },
                _ -> {}));
  }

  /// One task in the cloud.
  ///
  /// @param prompt what to do; blank for a session
  public void cloudOnce(String model, String prompt) {
    launch.check(_ -> cloudTask(model, prompt));
  }

  /// Copies the command of a one-off in the cloud.
  public void copyCloudOnce(String model, String prompt, Shell shell) {
    launch.copy(_ -> cloudTask(model, prompt), shell);
  }

  /// One task on the local server.
  ///
  /// @param prompt what to do; blank for a session
  public void localOnce(String model, String prompt) {
    launch.check(folder -> localTask(folder, model, prompt));
  }

  /// Copies the command of a one-off on the local server.
  public void copyLocalOnce(String model, String prompt, Shell shell) {
    launch.copy(folder -> localTask(folder, model, prompt), shell);
  }

  private void found(List<String> names) {
    models.setAll(names);
    noModels.set(names.isEmpty() ? Optional.of(Message.of("launch.local.none")) : Optional.empty());
  }

  private void found(Message problem) {
    models.clear();
    noModels.set(Optional.of(problem));
  }

  private static Task cloudTask(String model, String prompt) {
    return new Task.CloudOnce(model, task(prompt));
  }

  /// The check before the launch says what is wrong with the model, so the notes are left out.
  private Task localTask(Path folder, String model, String prompt) throws PortException {
    var plan = oneOffs.local().plan(folder, model, Optional.empty(), RouteOptions.UNNAMED);
    var arguments = task(prompt).map(text -> List.of("-p", text)).orElse(List.of());
    return new Task.LocalOnce(plan.settings(), plan.model(), arguments);
  }

  private static Optional<String> task(String prompt) {
    return Optional.of(prompt.strip()).filter(text -> !text.isEmpty());
  }
}
