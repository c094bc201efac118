package dev.switchyard.ui.launch;

import java.util.Map;
import java.util.Optional;

/// What the window can do at once about a warning: a screen to go to, or the server to start.
///
/// @param byWarning by the warning's id
public record Remedies(Map<String, Remedy> byWarning) {
  /// @param labelKey key of the button's text
  public record Remedy(String labelKey, Runnable run) {}

  public Remedies {
    byWarning = Map.copyOf(byWarning);
  }

  /// @param startServer starts Ollama
  public static Remedies of(
      Runnable startServer,
      Runnable showModels,
      Runnable showModelfile,
      Runnable showProject,
      Runnable showSettings) {
    var models = new Remedy("launch.remedy.models", showModels);
    var modelfile = new Remedy("launch.remedy.modelfile", showModelfile);
    var project = new Remedy("launch.remedy.project", showProject);
    return new Remedies(
        Map.ofEntries(
            Map.entry("server-down", new Remedy("launch.remedy.start", startServer)),
            Map.entry("no-terminal", new Remedy("launch.remedy.settings", showSettings)),
            Map.entry("model-missing", models),
            Map.entry("model-without-tools", models),
            Map.entry("model-in-cloud", models),
            Map.entry("context-unset", modelfile),
            Map.entry("context-small", modelfile),
            Map.entry("context-clamped", modelfile),
            Map.entry("context-overstated", project),
            Map.entry("route-unexpected", project)));
  }

  Optional<Remedy> of(String warning) {
    return Optional.ofNullable(byWarning.get(warning));
  }
}
