package dev.switchyard.domain.health;

/// Whether an endpoint has a model.
public sealed interface ModelPresence {
  /// The name that was asked for.
  String asked();

  /// Its list names the model.
  record Listed(String asked) implements ModelPresence {}

  /// It serves one model and answers for every name with it, as llama-server does.
  ///
  /// @param served its own name of that one
  record AnswersEveryName(String asked, String served) implements ModelPresence {}

  /// Its list does not name the model.
  record Missing(String asked) implements ModelPresence {}

  /// As scripts name it.
  default String id() {
    return switch (this) {
      case Listed _ -> "listed";
      case AnswersEveryName _ -> "answers-every-name";
      case Missing _ -> "missing";
    };
  }
}
