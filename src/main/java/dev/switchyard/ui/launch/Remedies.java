package dev.switchyard.ui.launch;

import dev.switchyard.ui.shell.Navigator;
import java.nio.file.Path;
import java.util.Optional;

/// What the window can do at once about a warning: a screen to go to, or the server to start.
///
/// @param startServer starts Ollama
public record Remedies(Runnable startServer, Navigator navigator) {
  /// @param labelKey key of the button's text
  public record Remedy(String labelKey, Runnable run) {}

  /// @param warning the id of a warning
  Optional<Remedy> of(String warning, Path project) {
    return switch (warning) {
      case "server-down" -> remedy("launch.remedy.start", startServer);
      case "no-terminal" -> remedy("launch.remedy.settings", navigator::showSettings);
      case "model-missing", "model-without-tools", "model-in-cloud", "context-trained" ->
          remedy("launch.remedy.models", () -> navigator.showModels(Optional.empty()));
      case "context-unset", "context-small", "context-clamped" ->
          remedy("launch.remedy.modelfile", () -> navigator.showModelfile(Optional.empty()));
      case "context-loaded-differs",
          "context-not-told",
          "context-too-small",
          "context-trained-too-short",
          "context-overstated",
          "route-unexpected" ->
          remedy("launch.remedy.project", () -> navigator.showProjects(Optional.of(project)));
      default -> remedy("projects.check", () -> navigator.showDoctor(project));
    };
  }

  private static Optional<Remedy> remedy(String labelKey, Runnable run) {
    return Optional.of(new Remedy(labelKey, run));
  }
}
