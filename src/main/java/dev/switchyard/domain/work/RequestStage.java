package dev.switchyard.domain.work;

/// How far a server is with what it was asked.
public sealed interface RequestStage {
  /// Nobody waits for an answer.
  record Resting() implements RequestStage {}

  /// A model comes into memory; whoever asked for it waits.
  record Loading() implements RequestStage {}

  /// A prompt is read, of which nothing can be seen from outside until the first token.
  ///
  /// @param tokens how many of them are read, those from the cache included
  /// @param of how many the prompt has
  record Reading(long tokens, long of) implements RequestStage {}

  /// The answer is being written.
  record Answering() implements RequestStage {}

  /// As commands write it.
  default String wireName() {
    return switch (this) {
      case Resting _ -> "resting";
      case Loading _ -> "loading";
      case Reading _ -> "reading";
      case Answering _ -> "answering";
    };
  }
}
