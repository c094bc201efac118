package dev.switchyard.domain.probe;

import java.time.Duration;
import java.util.Optional;

/// One event of a streamed answer of Anthropic's Messages API.
public sealed interface MessageEvent {
  /// The answer begins.
  ///
  /// @param id the server's own id of the answer
  /// @param model what the server says answers
  record Started(String id, String model) implements MessageEvent {}

  /// A block of the answer begins.
  ///
  /// @param type such as `text`, `thinking` or `tool_use`
  /// @param name the tool's name; empty for other blocks
  record BlockStarted(String type, String name) implements MessageEvent {}

  /// A piece of a block.
  ///
  /// @param type such as `text_delta`, `thinking_delta` or `input_json_delta`
  /// @param text what came
  record Piece(String type, String text) implements MessageEvent {}

  /// The server has counted.
  ///
  /// @param stopReason such as `end_turn`, `max_tokens` or `tool_use`; empty where it does not say
  /// @param promptTokens what it counted of the prompt, in tokens
  /// @param answerTokens what it counted of the answer, in tokens
  record Counted(String stopReason, Optional<Long> promptTokens, Optional<Long> answerTokens)
      implements MessageEvent {}

  /// The answer is complete.
  record Stopped() implements MessageEvent {}

  /// The server failed on the way.
  ///
  /// @param type the API's name of the failure, such as `overloaded_error`
  /// @param text the server's own words
  record Failed(String type, String text) implements MessageEvent {}

  /// What says nothing more than that it came, such as `ping`.
  record Other(String type) implements MessageEvent {}

  /// An event and when it came.
  ///
  /// @param since the time from the sending of the request
  record Arrived(MessageEvent event, Duration since) {}
}
