package dev.switchyard;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.route.watch.RouteNews;
import dev.switchyard.domain.route.watch.WatchRoutes;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Wires the watch over settings files to the window: what it hears on its own thread arrives on
/// the window's.
final class WatchWiring implements AutoCloseable {
  private final Wiring wiring;
  private final Tasks tasks;
  private final WatchRoutes watch;

  /// @param onWindow runs something on the window's thread
  /// @param onNews told of every change
  /// @param onElsewhere told when there may be other projects than before
  WatchWiring(
      Wiring wiring,
      Tasks tasks,
      Consumer<Runnable> onWindow,
      Notices notices,
      Consumer<RouteNews> onNews,
      Runnable onElsewhere) {
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
                    onWindow.accept(() -> onNews.accept(news));
                  }

                  @Override
                  public void changedElsewhere() {
                    onWindow.accept(() -> {
                      onElsewhere.run();
                      followAll();
                    });
                  }

                  @Override
                  public void limited(Message reason) {
                    onWindow.accept(() -> notices.show(Notices.Kind.INFO, reason));
                  }
                });
    followAll();
  }

  /// Also while no screen shows the projects.
  private void followAll() {
    tasks.run(
        _ -> {
          follow(wiring.routing().projects().all().stream().map(Project::folder).toList());
          return true;
        },
        _ -> {},
        _ -> {
          // The list of projects says why it cannot be read.
        });
  }

  private void follow(List<Path> folders) {
    watch.follow(folders);
  }

  /// Follows what is listed now.
  void followListed(List<Path> folders) {
    tasks.run(
        _ -> {
          follow(folders);
          return true;
        },
        _ -> {},
        _ -> {});
  }

  @Override
  public void close() {
    watch.close();
  }
}
