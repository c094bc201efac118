package dev.switchyard.domain.work;

import java.time.Duration;
import java.util.Optional;

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
  /// @param left how long it takes until all are read, at the rate of the tokens read last; empty
  ///   where the server has not told a rate yet
  record Reading(long tokens, long of, Optional<Duration> left) implements RequestStage {
    /// Before any rate is known.
    public Reading(long tokens, long of) {
      this(tokens, of, Optional.empty());
    }

    /// 0 to 1.
    public double share() {
      return (double) tokens / of;
    }
  }

  /// The answer is being written.
  record Answering() implements RequestStage {}

  /// Whether somebody waits for what the server is doing.
  default boolean isBusy() {
    return !(this instanceof Resting);
  }

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
