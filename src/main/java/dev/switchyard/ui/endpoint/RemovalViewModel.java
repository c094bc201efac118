package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.domain.endpoint.profile.RemovedEndpoint;
import dev.switchyard.domain.project.Project;
import dev.switchyard.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Takes an endpoint out of the list, after telling whom that concerns, and back into it.
public final class RemovalViewModel {
  private final Tasks tasks;
  private final Endpoints endpoints;
  private final Users users;
  private final Runnable onChange;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());

  /// Tells the projects whose requests go to an address.
  @FunctionalInterface
  public interface Users {
    List<Project> of(EndpointUrl url) throws PortException;
  }

  /// How far it is.
  public sealed interface State {
    record None() implements State {}

    /// Somebody would miss it, or may.
    ///
    /// @param projects the names of those that are routed there
    /// @param unknown why that is not known
    record Asking(EndpointRow row, List<String> projects, Optional<Message> unknown)
        implements State {}

    record Removed(RemovedEndpoint removed) implements State {}

    record Failed(Message reason) implements State {}
  }

  RemovalViewModel(Tasks tasks, Endpoints endpoints, Users users, Runnable onChange) {
    this.tasks = tasks;
    this.endpoints = endpoints;
    this.users = users;
    this.onChange = onChange;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Removes what nobody would miss; otherwise tells first who would. Does nothing for an endpoint
  /// that nobody has named.
  public void ask(EndpointRow row) {
    if (row.profile().isEmpty()) {
      return;
    }
    tasks.run(
        _ -> users.of(row.url()),
        projects -> {
          if (projects.isEmpty() && !row.ofPanel()) {
            remove(row);
          } else {
            state.set(
                new State.Asking(
                    row, projects.stream().map(Project::name).toList(), Optional.empty()));
          }
        },
        failure -> state.set(new State.Asking(row, List.of(), Optional.of(failure.text()))));
  }

  /// The answer is yes.
  public void remove() {
    if (state.get() instanceof State.Asking asking) {
      remove(asking.row());
    }
  }

  private void remove(EndpointRow row) {
    tasks.run(
        _ -> endpoints.remove(row.title()),
        removed -> {
          state.set(new State.Removed(removed));
          onChange.run();
        },
        this::failed);
  }

  /// Takes the last removal back.
  public void undo() {
    if (state.get() instanceof State.Removed(var removed)) {
      tasks.perform(
          _ -> endpoints.restore(removed),
          () -> {
            state.set(new State.None());
            onChange.run();
          },
          this::failed);
    }
  }

  public void dismiss() {
    state.set(new State.None());
  }

  private void failed(PortException failure) {
    state.set(new State.Failed(failure.text()));
  }
}
