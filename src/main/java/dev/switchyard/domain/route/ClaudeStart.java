package dev.switchyard.domain.route;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// One way to start Claude Code, as far as it decides about a route.
///
/// @param folder where it is started
/// @param from what starts it
/// @param settings the argument of `--settings` as it would be typed: JSON, or a file, which is
///   looked up from the folder
/// @param model the argument of `--model`, or the model that a resumed session brings
/// @param variables set for this start alone, above the environment that it is started from and
///   below every settings file
public record ClaudeStart(
    Path folder,
    StartedFrom from,
    Optional<String> settings,
    Optional<ModelArgument> model,
    Map<String, String> variables) {
  /// A model that is stronger than everything in the settings.
  ///
  /// @param name the model
  /// @param resumed whether a resumed session brings it; `ANTHROPIC_MODEL` is stronger than that
  public record ModelArgument(String name, boolean resumed) {}

  public ClaudeStart {
    variables = Map.copyOf(variables);
  }

  /// Without any options.
  public ClaudeStart(Path folder, StartedFrom from) {
    this(folder, from, Optional.empty(), Optional.empty());
  }

  /// Without variables of its own.
  public ClaudeStart(
      Path folder, StartedFrom from, Optional<String> settings, Optional<ModelArgument> model) {
    this(folder, from, settings, model, Map.of());
  }

  /// The same, started from somewhere else.
  public ClaudeStart startedFrom(StartedFrom other) {
    return new ClaudeStart(folder, other, settings, model, variables);
  }

  public ClaudeStart withSettings(String argument) {
    return new ClaudeStart(folder, from, Optional.of(argument), model, variables);
  }

  public ClaudeStart withModel(String name) {
    return withModel(new ModelArgument(name, false));
  }

  public ClaudeStart resuming(String name) {
    return withModel(new ModelArgument(name, true));
  }

  /// The same with these variables in place of its own.
  public ClaudeStart withVariables(Map<String, String> others) {
    return new ClaudeStart(folder, from, settings, model, others);
  }

  private ClaudeStart withModel(ModelArgument chosen) {
    return new ClaudeStart(folder, from, settings, Optional.of(chosen), variables);
  }
}
