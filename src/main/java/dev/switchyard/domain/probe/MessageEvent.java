package dev.switchyard.domain.probe;

import java.time.Duration;
import java.util.Optional;

/// One event of a streamed answer of Anthropic's Messages API.
public sealed interface MessageEvent {
  /// The answer begins.
  ///
  /// @param id the server's own id of the answer
  /// @param model what the server says answers
  /// @param promptTokens what it counts of the prompt so far, in tokens
  record Started(String id, String model, Optional<Long> promptTokens) implements MessageEvent {}

  /// A block of the answer begins.
  ///
  /// @param index its place in the answer, from 0
  /// @param type such as `text`, `thinking` or `tool_use`
  /// @param id of a tool's call; empty for other blocks
  /// @param name the tool's name; empty for other blocks
  /// @param text what it begins with, empty with most servers
  record BlockStarted(int index, String type, String id, String name, String text)
      implements MessageEvent {}

  /// A piece of a block.
  ///
  /// @param index the block's place in the answer, from 0
  /// @param type such as `text_delta`, `thinking_delta` or `input_json_delta`
  /// @param text what came
  record Piece(int index, String type, String text) implements MessageEvent {}

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
  /// @param text the server's own words, or the event where it has none
  record Failed(String type, String text) implements MessageEvent {}

  /// What says nothing more than that it came, such as `ping`.
  record Other(String type) implements MessageEvent {}

  /// An event and when it came.
  ///
  /// @param since the time from the sending of the request
  record Arrived(MessageEvent event, Duration since) {}
}
