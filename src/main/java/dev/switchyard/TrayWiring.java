package dev.switchyard;

import dev.switchyard.adapter.tray.AwtTray;
import dev.switchyard.adapter.tray.StatusNotifierTray;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.tray.ReadTray;
import dev.switchyard.domain.tray.Tray;
import dev.switchyard.domain.tray.TrayAction;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.projects.RouteChanges;
import dev.switchyard.ui.projects.WrittenRoutes;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.ThreadedTasks;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.tray.TrayViewModel;
import dev.switchyard.ui.tray.WindowAccess;

/// Wires the tray: the system's own, and what it shows.
final class TrayWiring implements AutoCloseable {
  private final Tray tray;
  private final TrayViewModel model;
  private final ThreadedTasks tasks;

  /// @param launch the tray's own
  TrayWiring(
      Wiring wiring,
      ThreadedTasks tasks,
      RouteChanges changes,
      LaunchViewModel launch,
      Notices notices,
      WindowAccess window,
      WrittenRoutes written,
      Texts texts) {
    this.tasks = tasks;
    var routing = wiring.routing();
    model =
        new TrayViewModel(
            tasks,
            new ReadTray(
                wiring.server(),
                wiring.memory(),
                wiring.routes(),
                routing.projectRoutes(),
                wiring.switchRoute()),
            wiring.followWork(),
            wiring.findAlarms(),
            wiring.server(),
            changes,
            wiring.home().directory(),
            launch,
            notices,
            window,
            written);
    tray = ofSystem(wiring.surroundings(), texts);
  }

  /// Puts the icon into the tray; answers come when there is one.
  void open() {
    model.lookProperty().subscribe(tray::show);
    tasks.perform(_ -> tray.open(new Clicks()), () -> {}, _ -> {});
  }

  TrayViewModel model() {
    return model;
  }

  private static Tray ofSystem(Surroundings surroundings, Texts texts) {
    return surroundings.system() == OperatingSystem.LINUX
        ? new StatusNotifierTray(surroundings, texts::text)
        : new AwtTray(texts::text);
  }

  /// Brings what comes from the desktop to the window's thread.
  private final class Clicks implements Tray.Listener {
    @Override
    public void visible(boolean isVisible) {
      tasks.fromOutside(() -> model.setVisible(isVisible));
    }

    @Override
    public void opening() {
      tasks.fromOutside(model::opening);
    }

    @Override
    public void chosen(TrayAction action) {
      tasks.fromOutside(() -> model.act(action));
    }
  }

  @Override
  public void close() {
    model.close();
    tray.close();
  }
}
