package dev.switchyard.ui.tray;

import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.ui.launch.LaunchTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The window where there may be none yet: what is asked of it has it built, and is done as soon as
/// it is there.
public final class AwaitedWindow implements WindowAccess {
  private final Runnable build;
  private final Runnable quit;
  private final List<Consumer<WindowAccess>> asked = new ArrayList<>();
  private Optional<WindowAccess> window = Optional.empty();

  /// @param build has the window built, which then [arrives][#arrived]; called at least once
  /// @param quit ends the program while there is no window
  public AwaitedWindow(Runnable build, Runnable quit) {
    this.build = build;
    this.quit = quit;
  }

  /// The window is there.
  public void arrived(WindowAccess built) {
    window = Optional.of(built);
    asked.forEach(wish -> wish.accept(built));
    asked.clear();
  }

  private void ask(Consumer<WindowAccess> wish) {
    if (window.isPresent()) {
      wish.accept(window.get());
    } else {
      asked.add(wish);
      build.run();
    }
  }

  @Override
  public void open() {
    ask(WindowAccess::open);
  }

  /// Only a way in where there is none: a window that is there, or on its way, stays as it is.
  @Override
  public void openMinimised() {
    if (window.isEmpty() && asked.isEmpty()) {
      ask(WindowAccess::openMinimised);
    }
  }

  @Override
  public void quit() {
    if (window.isEmpty() && asked.isEmpty()) {
      quit.run();
    } else {
      // A toolkit that is starting cannot be ended before it has started.
      ask(WindowAccess::quit);
    }
  }

  @Override
  public void decide(Path folder, RouteChoice choice, Optional<String> model) {
    ask(there -> there.decide(folder, choice, model));
  }

  @Override
  public void decideDefault(RouteChoice choice) {
    ask(there -> there.decideDefault(choice));
  }

  @Override
  public void showProject(Path folder) {
    ask(there -> there.showProject(folder));
  }

  @Override
  public void decideLaunch(LaunchTarget project) {
    ask(there -> there.decideLaunch(project));
  }

  @Override
  public void undo() {
    ask(WindowAccess::undo);
  }

  @Override
  public void report(Throwable bug) {
    ask(there -> there.report(bug));
  }
}
