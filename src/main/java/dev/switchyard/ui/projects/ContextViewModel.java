package dev.switchyard.ui.projects;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.context.ContextContract.Verdict;
import dev.switchyard.domain.context.Mend;
import dev.switchyard.domain.context.ReloadModel;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether the context length of each project is the same wherever it counts, and what mends it.
public final class ContextViewModel implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(4);

  private final Tasks tasks;
  private final CheckContext check;
  private final ReloadModel reload;
  private final ProjectsViewModel projects;
  private final Navigator navigator;
  private final Consumer<RouteChoice> defaultRoute;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Map<Path, ContextContract>> contracts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper reloading = new ReadOnlyBooleanWrapper();
  private final Tasks.Poll poll;
  private boolean inView;
  private boolean screenShown;
  private boolean running;

  /// @param defaultRoute shows what a choice for the route of all projects would change
  public ContextViewModel(
      Tasks tasks,
      CheckContext check,
      ReloadModel reload,
      ProjectsViewModel projects,
      Navigator navigator,
      Consumer<RouteChoice> defaultRoute,
      Notices notices) {
    this.tasks = tasks;
    this.check = check;
    this.reload = reload;
    this.projects = projects;
    this.navigator = navigator;
    this.defaultRoute = defaultRoute;
    this.notices = notices;
    projects.stateProperty().subscribe(_ -> refresh());
    // An answer like the one before is not told again; each of these is another one.
    poll = tasks.poll(INTERVAL, _ -> new Object(), _ -> refresh(), _ -> {});
  }

  /// The contract of each project whose requests go to a server of the person's own.
  public ReadOnlyObjectProperty<Map<Path, ContextContract>> contractsProperty() {
    return contracts.getReadOnlyProperty();
  }

  /// Whether anything was compared yet.
  public ReadOnlyBooleanProperty askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /// Whether a model is being loaded again.
  public ReadOnlyBooleanProperty reloadingProperty() {
    return reloading.getReadOnlyProperty();
  }

  /// The chosen project's.
  public Optional<ContextContract> selected() {
    return projects.selectedProperty().get().flatMap(row -> of(row.project().folder()));
  }

  public Optional<ContextContract> of(Path folder) {
    return Optional.ofNullable(contracts.get().get(folder));
  }

  /// What is wrong in a project, in one sentence.
  public Optional<Message> alarm(Path folder) {
    return of(folder)
        .filter(contract -> contract.verdict() == Verdict.BROKEN)
        .map(ContextContract::text);
  }

  /// Whether the person looks at the four places: then what is in memory is looked at often.
  public void setInView(boolean now) {
    inView = now;
    poll.setPaused(!inView || !screenShown);
  }

  /// The screen came to the front, or went away.
  void setShown(boolean shown) {
    screenShown = shown;
    poll.setPaused(!inView || !screenShown);
  }

  public void refresh() {
    if (running
        || !(projects.stateProperty().get()
            instanceof ProjectsViewModel.State.Listed(var rows, _))) {
      return;
    }
    running = true;
    tasks.run(_ -> compare(rows), found -> show(rows, found), this::report);
  }

  private Map<Path, ContextContract> compare(List<ProjectRoute> rows) {
    var now = check.atThisMoment();
    var found = new HashMap<Path, ContextContract>();
    rows.forEach(row ->
        row.route()
            .toOptional()
            .flatMap(now::of)
            .ifPresent(contract -> found.put(row.project().folder(), contract)));
    return Map.copyOf(found);
  }

  private void show(List<ProjectRoute> rows, Map<Path, ContextContract> found) {
    running = false;
    asked.set(true);
    if (!contracts.get().equals(found)) {
      contracts.set(found);
    }
    // Meanwhile the routes may have become others.
    if (projects.stateProperty().get() instanceof ProjectsViewModel.State.Listed(var now, _)
        && !now.equals(rows)) {
      refresh();
    }
  }

  /// Does, or prepares to be looked at, what makes a place of the chosen project agree.
  public void mend(Mend mend) {
    projects.selectedProperty().get().ifPresent(row -> mend(row, mend, () -> {}));
  }

  /// The same for a project that another screen names.
  ///
  /// @param ended told when there is nothing more to wait for
  public void mend(ProjectRoute row, Mend mend, Runnable ended) {
    switch (mend) {
      case Mend.Reload(var model) -> reload(row, model, ended);
      case Mend.WriteRoute(_, var ofDefault) when ofDefault ->
          defaultRoute.accept(RouteChoice.LOCAL);
      case Mend.WriteRoute(var tokens, _) -> projects.writeContext(row, tokens);
      case Mend.Build(var model, var tokens) -> navigator.showModelfile(model.shortText(), tokens);
      case Mend.Choose _ -> navigator.showModels(Optional.empty());
    }
    if (!(mend instanceof Mend.Reload)) {
      ended.run();
    }
  }

  private void reload(ProjectRoute row, ModelName model, Runnable ended) {
    var url = row.route().toOptional().map(EffectiveRoute::baseUrl).flatMap(EndpointUrl::parse);
    if (url.isEmpty() || reloading.get()) {
      ended.run();
      return;
    }
    reloading.set(true);
    tasks.perform(
        cancellation -> reload.reload(url.get(), model, cancellation),
        () -> {
          notices.show(Notices.Kind.SUCCESS, Message.of("context.reloaded", model.shortText()));
          reloaded(ended);
        },
        failure -> {
          report(failure);
          reloaded(ended);
        });
  }

  private void reloaded(Runnable ended) {
    reloading.set(false);
    refresh();
    ended.run();
  }

  private void report(PortException failure) {
    running = false;
    notices.show(Notices.Kind.ERROR, failure.text());
  }

  @Override
  public void close() {
    poll.close();
  }
}
