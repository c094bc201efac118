package dev.switchyard.ui.projects;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.domain.localonly.LocalOnlyProjects;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteEndpoint;
import dev.switchyard.domain.route.RouteFallbacks;
import dev.switchyard.domain.route.RouteKnowledge;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the chosen project's requests may reach, and what is offered where its server is away.
public final class LimitsViewModel {
  private final Tasks tasks;
  private final Uses uses;
  private final WrittenRoutes written;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private Optional<Path> folder = Optional.empty();

  /// The use cases behind it, made when a project is first looked at.
  ///
  /// @param localOnly keeps what projects may reach
  /// @param fallbacks keeps what is offered
  /// @param knowledge the endpoints that have a name
  public record Uses(
      Supplier<LocalOnlyProjects> localOnly,
      Supplier<RouteFallbacks> fallbacks,
      Supplier<RouteKnowledge> knowledge) {}

  /// What is shown.
  public sealed interface State {
    /// No project is chosen.
    record Nothing() implements State {}

    /// @param localOnly whether the project is limited
    /// @param hosts what it may reach besides this machine
    /// @param fallback the endpoint to offer; empty text for none
    /// @param endpoints the names of all
    record Shown(boolean localOnly, List<String> hosts, String fallback, List<String> endpoints)
        implements State {
      public Shown {
        hosts = List.copyOf(hosts);
        endpoints = List.copyOf(endpoints);
      }
    }

    /// What was wished for was not done.
    record Failed(Message reason) implements State {}
  }

  @FunctionalInterface
  private interface Step {
    void run(Path project) throws PortException;
  }

  public LimitsViewModel(
      Tasks tasks, Uses uses, ProjectsViewModel projects, WrittenRoutes written) {
    this.tasks = tasks;
    this.uses = uses;
    this.written = written;
    projects.selectedProperty().subscribe(this::select);
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The same project again only means that its route was looked at again.
  private void select(Optional<ProjectRoute> row) {
    var chosen = row.filter(one -> one.project().exists()).map(one -> one.project().folder());
    if (!chosen.equals(folder)) {
      folder = chosen;
      show();
    }
  }

  /// Looks again, also after something went wrong.
  public void show() {
    folder.ifPresentOrElse(
        project -> run(project, _ -> {}, false), () -> state.set(new State.Nothing()));
  }

  public void limit(boolean localOnly) {
    change(project ->
        uses.localOnly()
            .get()
            .set(project, localOnly ? Optional.of(LocalOnly.MACHINE) : Optional.empty()));
  }

  /// @param text hosts as a person writes them, between commas or blanks
  public void allow(String text) {
    change(project -> {
      var hosts = Arrays.stream(text.split("[,\\s]+", -1)).filter(one -> !one.isEmpty()).toList();
      uses.localOnly().get().set(project, Optional.of(LocalOnly.allowing(hosts)));
    });
  }

  /// @param name of an endpoint; empty for none
  public void fallBackTo(String name) {
    change(project ->
        uses.fallbacks().get().set(project, Optional.of(name).filter(one -> !one.isEmpty())));
  }

  private void change(Step step) {
    folder.ifPresent(project -> run(project, step, true));
  }

  private void run(Path project, Step step, boolean tells) {
    tasks.run(
        _ -> {
          step.run(project);
          return shown(project);
        },
        shown -> {
          if (folder.filter(project::equals).isPresent()) {
            state.set(shown);
          }
          if (tells) {
            written.announce();
          }
        },
        failure -> state.set(new State.Failed(failure.text())));
  }

  private State shown(Path project) throws PortException {
    var rule = uses.localOnly().get().of(project);
    return new State.Shown(
        rule.isPresent(),
        rule.map(LocalOnly::hosts).orElse(List.of()),
        uses.fallbacks().get().offered(project).map(RouteEndpoint::name).orElse(""),
        uses.knowledge().get().endpoints().stream().map(RouteEndpoint::name).toList());
  }
}
