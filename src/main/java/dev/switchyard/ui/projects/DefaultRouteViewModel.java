package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.ui.projects.ChangeViewModel.Wish;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The default route of all projects that choose nothing, in the window's top bar.
public final class DefaultRouteViewModel implements AutoCloseable {
  /// Whoever hears of changes calls [#refresh]; this is for what no watch tells.
  private static final Duration INTERVAL = Duration.ofSeconds(60);

  private final RouteChanges changes;
  private final Path home;
  private final ChangeViewModel change;
  private final ProjectsViewModel.ModelNames models;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<List<String>> modelNames =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Tasks.Poll poll;
  private final ReadOnlyObjectWrapper<Optional<EffectiveRoute>> route =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param home the person's home folder
  /// @param models what there is to choose from
  /// @param undo takes the last switch back
  public DefaultRouteViewModel(
      Tasks tasks,
      RouteReader routes,
      RouteChanges changes,
      Path home,
      ProjectsViewModel.ModelNames models,
      Notices notices,
      Runnable undo,
      WrittenRoutes written) {
    this.tasks = tasks;
    this.changes = changes;
    this.home = home;
    this.models = models;
    this.change = new ChangeViewModel(tasks, notices, undo, written);
    this.poll =
        tasks.poll(
            INTERVAL,
            _ -> routes.readDefault(),
            found -> {
              if (!Optional.of(found).equals(route.get())) {
                route.set(Optional.of(found));
              }
            },
            _ -> route.set(Optional.empty()));
    written.addReader(this::refresh);
  }

  /// Empty until it is known.
  public ReadOnlyObjectProperty<Optional<EffectiveRoute>> routeProperty() {
    return route.getReadOnlyProperty();
  }

  /// What the control shows as chosen; a route that cannot be used is neither.
  public Optional<RouteChoice> choice() {
    return route
        .get()
        .filter(found -> found.destination() != Destination.UNUSABLE)
        .map(found ->
            found.destination() == Destination.CLOUD ? RouteChoice.CLOUD : RouteChoice.LOCAL);
  }

  public ChangeViewModel change() {
    return change;
  }

  /// What there is to choose from, once a choice was asked for.
  public ReadOnlyObjectProperty<List<String>> modelNamesProperty() {
    return modelNames.getReadOnlyProperty();
  }

  public void setPaused(boolean paused) {
    poll.setPaused(paused);
  }

  public void refresh() {
    poll.refresh();
  }

  public void choose(RouteChoice choice) {
    if (choice == RouteChoice.LOCAL) {
      tasks.run(_ -> models.all(), this::chooseLocal, _ -> chooseLocal(List.of()));
    } else {
      prepare(choice, Optional.empty());
    }
  }

  /// Without a server nothing can be offered; the model in use may still be known.
  private void chooseLocal(List<String> names) {
    modelNames.set(names);
    prepare(RouteChoice.LOCAL, names.stream().findFirst());
  }

  private void prepare(RouteChoice choice, Optional<String> model) {
    change.prepare(
        RouteChanges.title(choice, ""), changes.defaultRoute(home, choice, Wish.model(model)));
  }

  @Override
  public void close() {
    poll.close();
  }
}
