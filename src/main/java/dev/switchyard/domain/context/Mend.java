package dev.switchyard.domain.context;

import dev.switchyard.domain.model.ModelName;

/// What makes a place agree with the others again.
public sealed interface Mend {
  /// Writes the local route once more, with the length that the model has.
  ///
  /// @param ofDefault whether it is the route of all projects that says so
  record WriteRoute(int tokens, boolean ofDefault) implements Mend {}

  /// Builds the model with another `num_ctx`.
  record Build(ModelName model, int tokens) implements Mend {}

  /// Unloads the model and loads it again, as it is built.
  record Reload(ModelName model) implements Mend {}

  /// Only the person can: the breach's advice says what to choose.
  record Choose() implements Mend {}

  /// As the command line's JSON names it.
  default String wireName() {
    return switch (this) {
      case WriteRoute _ -> "write-route";
      case Build _ -> "build";
      case Reload _ -> "reload";
      case Choose _ -> "choose";
    };
  }
}
