package dev.switchyard;

import dev.switchyard.domain.log.EventLog;
import dev.switchyard.ui.launch.Remedies;
import dev.switchyard.ui.projects.RouteChanges;
import dev.switchyard.ui.projects.WrittenRoutes;
import dev.switchyard.ui.settings.PreferencesModel;
import dev.switchyard.ui.shell.NoticesViewModel;
import dev.switchyard.ui.task.EventThread;
import dev.switchyard.ui.task.ThreadedTasks;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.tray.AwaitedWindow;
import dev.switchyard.ui.tray.TrayViewModel;
import java.time.Duration;

/// Wires what runs for as long as the program does, with a window or without: the tray, and what it
/// shares with the window. Nothing here needs JavaFX's toolkit.
final class ResidentWiring implements AutoCloseable {
  /// How long a panel that shows the icon may come after this program.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration LOG_AFTER = Duration.ofSeconds(5);

  private final EventLog log;
  private final Texts texts;
  private final NoticesViewModel notices = new NoticesViewModel();
  private final AwaitedWindow window;
  private final EventThread events;
  private final ThreadedTasks tasks;
  private final PreferencesModel preferences;
  private final RouteChanges changes;
  private final WrittenRoutes written = new WrittenRoutes();
  private final WatchWiring watch;
  private final TrayWiring tray;
  private final LoadWiring loads;

  /// @param build has the window built, which then arrives at [#window()]
  /// @param quit ends the program while there is no window
  ResidentWiring(Wiring wiring, Runnable build, Runnable quit) {
    log = wiring.log();
    texts = wiring.texts();
    window = new AwaitedWindow(build, quit);
    events = new EventThread(window::report);
    tasks = new ThreadedTasks(events, window::report, wiring.pace());
    preferences = new PreferencesModel(tasks, wiring.preferences(), notices, wiring.saved());
    changes = ProjectsWiring.changes(wiring);
    // What the tray's own launch runs into is shown by the window, with the window's remedies.
    var none = new Remedies(() -> {}, new WindowNavigator(_ -> {}));
    var launch = wiring.launching().model(tasks, preferences::get, notices, none);
    tray = new TrayWiring(wiring, tasks, changes, launch, notices, window, written, texts);
    watch = new WatchWiring(wiring, tasks, notices);
    loads = new LoadWiring(wiring.seenLoads(), tasks);
    watch.addOnNews(_ -> tray.model().refresh());
  }

  /// Shows the icon, and follows what is written elsewhere.
  void openTray() {
    tasks.fromOutside(() -> {
      tray.open();
      watch.followAll();
    });
  }

  /// Shows the icon alone. At login the panel that shows it may come later than this program; where
  /// none comes, the window is the only way in.
  void openTrayAlone() {
    openTray();
    tasks.after(
        PATIENCE,
        () -> {
          if (!tray.model().visibleProperty().get()) {
            window.openMinimised();
          }
        });
  }

  /// Shows the window above all others. May be called on any thread.
  void bringToFront() {
    tasks.fromOutside(window::open);
  }

  /// Shows a bug in the window, and keeps it where none comes. May be called on any thread.
  void report(Throwable bug) {
    log.failure("a mistake on the thread " + Thread.currentThread().getName(), bug);
    tasks.fromOutside(() -> window.report(bug));
  }

  /// Later, when nobody waits any more for what the start brings.
  void logStart() {
    tasks.after(
        LOG_AFTER, () -> tasks.perform(_ -> log.note("the panel was started"), () -> {}, _ -> {}));
  }

  Texts texts() {
    return texts;
  }

  NoticesViewModel notices() {
    return notices;
  }

  AwaitedWindow window() {
    return window;
  }

  EventThread events() {
    return events;
  }

  ThreadedTasks tasks() {
    return tasks;
  }

  PreferencesModel preferences() {
    return preferences;
  }

  RouteChanges changes() {
    return changes;
  }

  WrittenRoutes written() {
    return written;
  }

  WatchWiring watch() {
    return watch;
  }

  LoadWiring loads() {
    return loads;
  }

  TrayViewModel tray() {
    return tray.model();
  }

  @Override
  public void close() {
    try (tasks;
        tray) {
      watch.close();
    }
  }
}
