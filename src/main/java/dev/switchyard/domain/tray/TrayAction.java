package dev.switchyard.domain.tray;

import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.RouteChoice;
import java.nio.file.Path;
import java.util.Optional;

/// What a person asks for with a click on the icon or in its menu.
public sealed interface TrayAction {
  /// Show the window.
  record Open() implements TrayAction {}

  /// End Switchyard.
  record Quit() implements TrayAction {}

  /// Show the window at a project.
  record ShowProject(Path folder) implements TrayAction {}

  /// Another default route.
  record SwitchDefault(RouteChoice choice) implements TrayAction {}

  /// Another route for one project.
  ///
  /// @param model which model, where the choice is LOCAL; empty for the best one
  record SwitchProject(Path folder, RouteChoice choice, Optional<String> model)
      implements TrayAction {}

  /// Claude Code in a terminal.
  ///
  /// @param expected what is chosen for the project
  record Launch(Path folder, RouteChoice expected) implements TrayAction {}

  /// A model into memory.
  record Load(ModelName model) implements TrayAction {}

  /// A model out of memory.
  record Unload(ModelName model) implements TrayAction {}
}
