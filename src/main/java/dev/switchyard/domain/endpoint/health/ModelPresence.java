package dev.switchyard.domain.endpoint.health;

/// Whether an endpoint has a model.
public sealed interface ModelPresence {
  /// Its list names the model.
  record Listed() implements ModelPresence {}

  /// It serves one model and answers for every name with it, as llama-server does.
  ///
  /// @param served its own name of that one
  record AnswersEveryName(String served) implements ModelPresence {}

  /// Its list does not name the model.
  record Missing() implements ModelPresence {}

  /// As scripts name it.
  default String id() {
    return switch (this) {
      case Listed _ -> "listed";
      case AnswersEveryName _ -> "answers-every-name";
      case Missing _ -> "missing";
    };
  }
}
