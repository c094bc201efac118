package dev.switchyard.ui.projects;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.SettingsHistory;
import dev.switchyard.domain.route.SettingsHistory.RestorePlan;
import dev.switchyard.domain.route.SettingsHistory.Versions;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The kept versions of the chosen project's settings files, and bringing one back after a look at
/// what that changes.
public final class HistoryViewModel {
  private final Tasks tasks;
  private final SettingsHistory history;
  private final Notices notices;
  private final WrittenRoutes written;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Listed(List.of()));
  private Optional<Path> folder = Optional.empty();

  /// What is shown.
  public sealed interface State {
    /// @param files each with its versions; empty where Switchyard has written none
    record Listed(List<Versions> files) implements State {
      public Listed {
        files = List.copyOf(files);
      }
    }

    /// One version, before it is brought back.
    record Chosen(RestorePlan plan) implements State {}

    record Failed(Message reason) implements State {}
  }

  public HistoryViewModel(
      Tasks tasks,
      SettingsHistory history,
      ProjectsViewModel projects,
      Notices notices,
      WrittenRoutes written) {
    this.tasks = tasks;
    this.history = history;
    this.notices = notices;
    this.written = written;
    projects.selectedProperty().subscribe(this::select);
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The same project again only means that its route was looked at again.
  private void select(Optional<ProjectRoute> row) {
    var chosen = row.filter(one -> one.project().exists()).map(one -> one.project().folder());
    if (chosen.equals(folder) && state.get() instanceof State.Chosen) {
      return;
    }
    folder = chosen;
    list();
  }

  public void list() {
    if (folder.isEmpty()) {
      state.set(new State.Listed(List.of()));
      return;
    }
    var project = folder.get();
    tasks.run(
        _ -> versions(project),
        files -> {
          if (folder.filter(project::equals).isPresent()) {
            state.set(new State.Listed(files));
          }
        },
        this::failed);
  }

  private List<Versions> versions(Path project) throws PortException {
    var files = new ArrayList<Versions>();
    for (var file : history.meantBy(project)) {
      files.add(history.of(file));
    }
    return files;
  }

  public void choose(SettingsVersion version) {
    tasks.run(_ -> history.plan(version), plan -> state.set(new State.Chosen(plan)), this::failed);
  }

  public void restore(RestorePlan plan) {
    tasks.run(
        _ -> {
          history.apply(plan);
          return plan;
        },
        _ -> {
          notices.show(
              Notices.Kind.SUCCESS,
              Message.of("history.restored", plan.change().file().toString()));
          list();
          written.announce();
        },
        this::failed);
  }

  private void failed(PortException failure) {
    state.set(new State.Failed(failure.text()));
  }
}
