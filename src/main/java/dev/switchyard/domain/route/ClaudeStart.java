package dev.switchyard.domain.route;

import java.nio.file.Path;
import java.util.Optional;

/// One way to start Claude Code, as far as it decides about a route.
///
/// @param folder where it is started
/// @param from what starts it
/// @param settings the argument of `--settings` as it would be typed: JSON, or a file, which is
///   looked up from the folder
/// @param model the argument of `--model`, or the model that a resumed session brings
public record ClaudeStart(
    Path folder, StartedFrom from, Optional<String> settings, Optional<ModelArgument> model) {
  /// A model that is stronger than everything in the settings.
  ///
  /// @param name the model
  /// @param resumed whether a resumed session brings it; `ANTHROPIC_MODEL` is stronger than that
  public record ModelArgument(String name, boolean resumed) {}

  /// Without any options.
  public ClaudeStart(Path folder, StartedFrom from) {
    this(folder, from, Optional.empty(), Optional.empty());
  }

  /// The same, started from somewhere else.
  public ClaudeStart startedFrom(StartedFrom other) {
    return new ClaudeStart(folder, other, settings, model);
  }

  public ClaudeStart withSettings(String argument) {
    return new ClaudeStart(folder, from, Optional.of(argument), model);
  }

  public ClaudeStart withModel(String name) {
    return new ClaudeStart(folder, from, settings, Optional.of(new ModelArgument(name, false)));
  }

  public ClaudeStart resuming(String name) {
    return new ClaudeStart(folder, from, settings, Optional.of(new ModelArgument(name, true)));
  }
}
