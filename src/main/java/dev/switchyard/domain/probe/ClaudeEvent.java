package dev.switchyard.domain.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a headless Claude Code tells while it works, as far as it says something about the route.
///
/// Source: measured on Claude Code 2.1.330 with `--output-format stream-json --verbose
/// --include-partial-messages`.
public sealed interface ClaudeEvent {
  /// It has read its settings and is about to ask.
  ///
  /// @param version its own
  /// @param model the model that it will ask for
  /// @param servedByAnthropic whether it takes the server for Anthropic's; empty where an older
  ///   version does not say
  /// @param apiKeySource where it has its API key from, `none` without one
  record Started(
      String version, String model, Optional<Boolean> servedByAnthropic, String apiKeySource)
      implements ClaudeEvent {}

  /// The server did not answer as it should, and it will ask again.
  ///
  /// @param attempt from 1
  /// @param status the HTTP status, empty where there was no answer at all
  record Retried(int attempt, Optional<Integer> status) implements ClaudeEvent {}

  /// The first piece of an answer came.
  ///
  /// @param id the server's own id of the answer
  /// @param model what the server says has answered
  record FirstToken(String id, String model) implements ClaudeEvent {}

  /// It has ended.
  ///
  /// @param failure why there was no answer; empty also where it stopped after its one turn
  /// @param models all models that it counts tokens for
  /// @param promptTokens what the server counted of the prompt, in tokens; 0 where it counted none
  /// @param took from the start of the run
  record Ended(
      Optional<AnswerFailure> failure, List<String> models, long promptTokens, Duration took)
      implements ClaudeEvent {
    public Ended {
      models = List.copyOf(models);
    }
  }
}
