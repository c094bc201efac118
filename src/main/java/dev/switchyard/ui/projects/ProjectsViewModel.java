package dev.switchyard.ui.projects;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.RouteProofs;
import dev.switchyard.domain.probe.Standing;
import dev.switchyard.domain.project.ProjectList;
import dev.switchyard.domain.route.ProjectRoutes;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.ui.projects.ChangeViewModel.Wish;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The projects, the one that is looked at, and what can be done with it.
public final class ProjectsViewModel implements AutoCloseable {
  /// Changes of settings files are told by [#changed]; this is for what no watch tells, such as a
  /// folder on another machine's disk.
  private static final Duration INTERVAL = Duration.ofSeconds(60);

  private static final Duration MODELS_INTERVAL = Duration.ofSeconds(4);

  private final Tasks tasks;
  private final ProjectRoutes routes;
  private final RouteProofs proofs;
  private final ProjectList list;
  private final SwitchRoute switches;
  private final RouteChanges changes;
  private final ChangeViewModel change;
  private final WhyViewModel why;
  private final ModelNames models;
  private final Notices notices;
  private final WrittenRoutes written;
  private final Tasks.Poll poll;
  private final Tasks.Poll modelPoll;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Asking());
  private final ReadOnlyObjectWrapper<Optional<ProjectRoute>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<String>> modelNames =
      new ReadOnlyObjectWrapper<>(List.of());
  private Consumer<Path> onCheck = _ -> {};
  private Optional<Path> wanted = Optional.empty();

  /// What is known of the projects.
  public sealed interface State {
    record Asking() implements State {}

    record Failed(Message reason) implements State {}

    /// @param standings what is proven of the routes, by their folders
    record Listed(List<ProjectRoute> projects, Map<Path, Standing> standings) implements State {}
  }

  /// The models that a project may be routed to, best first.
  @FunctionalInterface
  public interface ModelNames {
    List<String> all() throws PortException;
  }

  public ProjectsViewModel(
      Tasks tasks,
      ProjectRoutes projects,
      ProjectList list,
      SwitchRoute switches,
      RouteChanges changes,
      ModelNames models,
      WhyViewModel.Questions questions,
      RouteProofs proofs,
      Notices notices,
      WrittenRoutes written) {
    this.tasks = tasks;
    this.why = new WhyViewModel(tasks, questions, selected.getReadOnlyProperty(), this::refresh);
    this.routes = projects;
    this.proofs = proofs;
    this.list = list;
    this.switches = switches;
    this.changes = changes;
    this.models = models;
    this.notices = notices;
    this.written = written;
    this.change = new ChangeViewModel(tasks, notices, this::undo, written);
    written.addReader(this::refresh);
    this.poll =
        tasks.poll(
            INTERVAL,
            _ -> listed(projects.all()),
            this::show,
            failure -> state.set(new State.Failed(failure.text())));
    this.modelPoll = tasks.poll(MODELS_INTERVAL, _ -> names(), this::showModels, _ -> {});
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<ProjectRoute>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// What is proven of a project's route.
  Optional<Standing> standing(ProjectRoute row) {
    return state.get() instanceof State.Listed(_, var standings)
        ? Optional.ofNullable(standings.get(row.project().folder()))
        : Optional.empty();
  }

  public ReadOnlyObjectProperty<List<String>> modelNamesProperty() {
    return modelNames.getReadOnlyProperty();
  }

  /// The change that is being prepared or looked at.
  public ChangeViewModel change() {
    return change;
  }

  /// Why the chosen project's requests go where they go.
  public WhyViewModel why() {
    return why;
  }

  public void setShown(boolean shown) {
    // Names first: a row that is drawn with them needs not be drawn twice.
    modelPoll.setPaused(!shown);
    poll.setPaused(!shown);
  }

  /// Reads the routes of some projects anew, because their settings have changed.
  public void changed(Set<Path> folders) {
    if (state.get() instanceof State.Listed(var projects, _)) {
      var concerned =
          projects.stream()
              .map(ProjectRoute::project)
              .filter(project -> folders.contains(project.folder()))
              .toList();
      if (!concerned.isEmpty()) {
        tasks.run(_ -> listed(routes.of(concerned)), this::replace, this::report);
      }
    }
  }

  public void refresh() {
    poll.refresh();
  }

  /// Looks at a project, also one that comes with the next answer only.
  public void select(Path folder) {
    wanted = Optional.of(folder);
    if (state.get() instanceof State.Listed(var projects, _)) {
      select(projects);
    }
  }

  public void choose(ProjectRoute row, RouteChoice choice) {
    select(row.project().folder());
    change.prepare(
        RouteChanges.title(choice, row.project().name()),
        changes.project(
            row.project(),
            choice,
            Wish.model(choice == RouteChoice.LOCAL ? modelFor(row) : Optional.empty())));
  }

  /// Shows what a choice for a project that another part of the program names would change.
  public void propose(Path folder, RouteChoice choice, Optional<String> model) {
    select(folder);
    change.prepare(
        Message.of("projects.preparing"), changes.project(folder, choice, Wish.model(model)));
  }

  /// Shows what it would change to tell Claude Code another context length.
  void writeContext(ProjectRoute row, int tokens) {
    change.prepare(
        RouteChanges.title(RouteChoice.LOCAL, row.project().name()),
        changes.project(
            row.project(), RouteChoice.LOCAL, Wish.model(modelOf(row)).withContext(tokens)));
  }

  /// Another model for a project that is routed locally.
  public void chooseModel(ProjectRoute row, String model) {
    if (!modelOf(row).equals(Optional.of(model))) {
      change.prepare(
          RouteChanges.title(RouteChoice.LOCAL, row.project().name()),
          changes.project(row.project(), RouteChoice.LOCAL, Wish.model(Optional.of(model))));
    }
  }

  public void ignore(ProjectRoute row) {
    change.prepare(Message.of("projects.preparing"), changes.ignore(row.project()));
  }

  public void section(ProjectRoute row) {
    change.prepare(Message.of("projects.preparing"), changes.section(row.project()));
  }

  /// The same for a project that another screen names.
  public void section(Path folder) {
    select(folder);
    change.prepare(Message.of("projects.preparing"), changes.section(folder));
  }

  /// @param handler has the doctor examine a project
  public void setOnCheck(Consumer<Path> handler) {
    onCheck = handler;
  }

  /// Looks for what is wrong with a project and its machine.
  void check(ProjectRoute row) {
    onCheck.accept(row.project().folder());
  }

  public void add(Path folder) {
    tasks.run(
        _ -> list.add(folder),
        project -> {
          select(project.folder());
          refresh();
        },
        this::report);
  }

  /// Takes a project off the list; its files stay.
  public void remove(ProjectRoute row) {
    tasks.run(
        _ -> {
          list.remove(row.project().folder());
          return row;
        },
        removed -> {
          notices.show(
              Notices.Kind.INFO,
              Message.of("projects.removed", removed.project().name()),
              Optional.of(
                  new Notices.Action("projects.undo", () -> add(removed.project().folder()))));
          refresh();
        },
        this::report);
  }

  public void undo() {
    tasks.run(
        _ -> switches.undo(),
        undone -> {
          var text =
              undone
                  .map(SwitchRoute.Undone::taken)
                  .map(one ->
                      Message.of(
                          "projects.undone",
                          Message.of(
                              "projects.choice." + one.choice().name().toLowerCase(Locale.ROOT)),
                          one.folder().toString()))
                  .orElseGet(() -> Message.of("projects.nothing-to-undo"));
          notices.show(Notices.Kind.INFO, text);
          undone.ifPresent(
              one -> one.notes().forEach(note -> notices.show(Notices.Kind.INFO, note)));
          change.cancel();
          written.announce();
        },
        this::report);
  }

  static Optional<String> modelOf(ProjectRoute row) {
    return row.route().toOptional().flatMap(route -> route.model());
  }

  /// The model in use if the project has a local one; else the best that is installed.
  private Optional<String> modelFor(ProjectRoute row) {
    var current = row.choice() == RouteChoice.LOCAL ? modelOf(row) : Optional.<String>empty();
    return current.or(() -> modelNames.get().stream().findFirst());
  }

  private State.Listed listed(List<ProjectRoute> rows) {
    var standings = new HashMap<Path, Standing>();
    rows.forEach(row ->
        row.route()
            .toOptional()
            .ifPresent(route -> standings.put(row.project().folder(), proofs.standing(route))));
    return new State.Listed(rows, standings);
  }

  /// A server that is away leaves the list of models empty; the projects are shown all the same.
  private List<String> names() {
    try {
      return models.all();
    } catch (PortException _) {
      return List.of();
    }
  }

  private void showModels(List<String> names) {
    if (!modelNames.get().equals(names)) {
      modelNames.set(names);
    }
  }

  private void show(State.Listed listed) {
    if (!listed.equals(state.get())) {
      state.set(listed);
    }
    select(listed.projects());
  }

  private void replace(State.Listed fresh) {
    if (state.get() instanceof State.Listed(var projects, var standings)) {
      var merged = new HashMap<>(standings);
      fresh.projects().forEach(row -> merged.remove(row.project().folder()));
      merged.putAll(fresh.standings());
      show(
          new State.Listed(
              projects.stream().map(row -> newest(row, fresh.projects())).toList(), merged));
    }
  }

  private static ProjectRoute newest(ProjectRoute row, List<ProjectRoute> fresh) {
    return fresh.stream()
        .filter(one -> one.project().folder().equals(row.project().folder()))
        .findFirst()
        .orElse(row);
  }

  private void select(List<ProjectRoute> projects) {
    var found =
        wanted
            .flatMap(folder ->
                projects.stream().filter(row -> row.project().folder().equals(folder)).findFirst())
            .or(() -> projects.stream().findFirst());
    if (!found.equals(selected.get())) {
      selected.set(found);
    }
  }

  private void report(PortException failure) {
    notices.show(Notices.Kind.ERROR, failure.text());
  }

  @Override
  public void close() {
    poll.close();
    modelPoll.close();
  }
}
