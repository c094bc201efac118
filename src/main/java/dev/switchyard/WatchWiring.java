package dev.switchyard;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.route.watch.RouteNews;
import dev.switchyard.domain.route.watch.WatchRoutes;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.ThreadedTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Wires the watch over settings files to what shows routes: what it hears on its own thread
/// arrives on the event thread.
final class WatchWiring implements AutoCloseable {
  private final Wiring wiring;
  private final ThreadedTasks tasks;
  private final WatchRoutes watch;
  private final List<Consumer<RouteNews>> onNews = new ArrayList<>();
  private final List<Runnable> onElsewhere = new ArrayList<>();

  WatchWiring(Wiring wiring, ThreadedTasks tasks, Notices notices) {
    this.wiring = wiring;
    this.tasks = tasks;
    this.watch =
        wiring
            .routing()
            .watch(
                wiring,
                new WatchRoutes.Subscriber() {
                  @Override
                  public void changed(RouteNews news) {
                    tasks.fromOutside(() -> onNews.forEach(listener -> listener.accept(news)));
                  }

                  @Override
                  public void changedElsewhere() {
                    tasks.fromOutside(() -> {
                      onElsewhere.forEach(Runnable::run);
                      followAll();
                    });
                  }

                  @Override
                  public void limited(Message reason) {
                    tasks.fromOutside(() -> notices.show(Notices.Kind.INFO, reason));
                  }
                });
  }

  /// @param listener told of every change
  void addOnNews(Consumer<RouteNews> listener) {
    onNews.add(listener);
  }

  /// @param listener told when there may be other projects than before
  void addOnElsewhere(Runnable listener) {
    onElsewhere.add(listener);
  }

  /// Follows all projects, also while no screen shows them.
  void followAll() {
    tasks.perform(
        _ -> watch.follow(wiring.routing().projects().all().stream().map(Project::folder).toList()),
        () -> {},
        _ -> {
          // The list of projects says why it cannot be read.
        });
  }

  /// Follows what is listed now.
  void followListed(List<Path> folders) {
    tasks.perform(_ -> watch.follow(folders), () -> {}, _ -> {});
  }

  @Override
  public void close() {
    watch.close();
  }
}
