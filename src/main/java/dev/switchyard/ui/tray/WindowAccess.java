package dev.switchyard.ui.tray;

import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.ui.launch.LaunchTarget;
import java.nio.file.Path;
import java.util.Optional;

/// What the tray asks of the window, which comes to the front for it.
public interface WindowAccess {
  void open();

  /// Shows the window on the task bar only.
  void openMinimised();

  /// Ends the program.
  void quit();

  /// Shows a change of a project's route, so that the person looks at it and decides.
  void decide(Path folder, RouteChoice choice, Optional<String> model);

  /// The same for the default route.
  void decideDefault(RouteChoice choice);

  /// Shows a project.
  void showProject(Path folder);

  /// Shows what stands in the way of a launch.
  void decideLaunch(LaunchTarget project);

  /// Takes the last switch back.
  void undo();

  /// Says that something happened that never should.
  void report(Throwable bug);
}
