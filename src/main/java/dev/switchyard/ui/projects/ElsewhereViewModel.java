package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.watch.RouteNews;
import dev.switchyard.domain.route.watch.RouteNews.Affected;
import dev.switchyard.ui.shell.Notices;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Routes that somebody else changed: told at once, with the difference to look at and a way back.
public final class ElsewhereViewModel {
  private final Notices notices;
  private final Consumer<Optional<Path>> look;
  private final Restoring restoring;
  private final ReadOnlyObjectWrapper<Optional<RouteNews>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Prepares the route that a project had, to be looked at and written.
  @FunctionalInterface
  public interface Restoring {
    void prepare(Path folder, RouteChoice choice, Optional<String> model);
  }

  /// @param look brings the Projects screen to the front, with one of its projects
  public ElsewhereViewModel(Notices notices, Consumer<Optional<Path>> look, Restoring restoring) {
    this.notices = notices;
    this.look = look;
    this.restoring = restoring;
  }

  /// The change that is looked at.
  public ReadOnlyObjectProperty<Optional<RouteNews>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public void heard(RouteNews news) {
    if (news.isForPerson()) {
      var kind = isBad(news) ? Notices.Kind.WARNING : Notices.Kind.INFO;
      var show = new Notices.Action("watch.show", () -> show(news));
      notices.show(kind, news.text(), Optional.of(show));
    }
  }

  public void dismiss() {
    shown.set(Optional.empty());
  }

  /// Whether the route can be prepared as it was: that of one project, while it was known.
  public boolean canPutBack() {
    return shown.get().flatMap(ElsewhereViewModel::project).isPresent();
  }

  public void putBack() {
    shown
        .get()
        .flatMap(ElsewhereViewModel::project)
        .ifPresent(one -> {
          var before = one.before().orElseThrow();
          restoring.prepare(one.folder().orElseThrow(), choice(before), before.model());
          dismiss();
        });
  }

  private void show(RouteNews news) {
    shown.set(Optional.of(news));
    look.accept(news.rerouted().stream().flatMap(one -> one.folder().stream()).findFirst());
  }

  private static RouteChoice choice(EffectiveRoute route) {
    return route.destination() == Destination.CLOUD ? RouteChoice.CLOUD : RouteChoice.LOCAL;
  }

  private static Optional<Affected> project(RouteNews news) {
    return news.rerouted().stream()
        .filter(one -> one.folder().isPresent() && one.before().isPresent())
        .findFirst();
  }

  /// Requests that stayed on this machine leave it, or something is wrong now.
  private static boolean isBad(RouteNews news) {
    return news.rerouted().stream()
        .anyMatch(one ->
            one.after().isEmpty()
                || one.after().get().hasErrors()
                || one.before()
                        .map(EffectiveRoute::destination)
                        .equals(Optional.of(Destination.LOCAL))
                    && one.after().get().destination() != Destination.LOCAL);
  }
}
