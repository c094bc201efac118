package dev.switchyard.ui.tray;

import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.ui.launch.LaunchTarget;
import java.nio.file.Path;
import java.util.Optional;

/// What the tray asks of the window, which comes to the front for it.
public interface WindowAccess {
  /// Where there is no window yet.
  WindowAccess NONE =
      new WindowAccess() {
        @Override
        public void open() {}

        @Override
        public void quit() {}

        @Override
        public void decide(Path folder, RouteChoice choice, Optional<String> model) {}

        @Override
        public void decideDefault(RouteChoice choice) {}

        @Override
        public void decideLaunch(LaunchTarget project) {}
      };

  void open();

  /// Ends the program.
  void quit();

  /// Shows a change of a project's route, so that the person looks at it and decides.
  void decide(Path folder, RouteChoice choice, Optional<String> model);

  /// The same for the default route.
  void decideDefault(RouteChoice choice);

  /// Shows what stands in the way of a launch.
  void decideLaunch(LaunchTarget project);
}
