package dev.switchyard.adapter.claude;

import dev.switchyard.domain.probe.AnswerFailure;
import dev.switchyard.domain.probe.ClaudeEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what Claude Code prints with `--output-format stream-json`, one object a line.
final class StreamJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private StreamJson() {}

  /// @return empty for a line that says nothing about the route, and for one that is no JSON
  static Optional<ClaudeEvent> read(String line) {
    try {
      var event = MAPPER.readTree(line);
      return switch (event.path("type").asString("")) {
        case "system" -> system(event);
        case "stream_event" -> firstToken(event.path("event"));
        case "result" -> Optional.of(ended(event));
        default -> Optional.empty();
      };
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<ClaudeEvent> system(JsonNode event) {
    return switch (event.path("subtype").asString("")) {
      case "init" ->
          Optional.of(
              new ClaudeEvent.Started(
                  event.path("claude_code_version").asString(""),
                  event.path("model").asString(""),
                  event.path("served_by_anthropic").asBooleanOpt(),
                  event.path("apiKeySource").asString("")));
      case "api_retry" ->
          Optional.of(
              new ClaudeEvent.Retried(
                  event.path("attempt").asInt(1), status(event.path("error_status"))));
      default -> Optional.empty();
    };
  }

  private static Optional<ClaudeEvent> firstToken(JsonNode event) {
    if (!event.path("type").asString("").equals("message_start")) {
      return Optional.empty();
    }
    var message = event.path("message");
    return Optional.of(
        new ClaudeEvent.FirstToken(
            message.path("id").asString(""), message.path("model").asString("")));
  }

  private static ClaudeEvent ended(JsonNode event) {
    var usage = event.path("usage");
    // What a server took from its cache was part of the prompt all the same.
    long tokens =
        List.of("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens").stream()
            .mapToLong(field -> usage.path(field).asLong(0))
            .sum();
    return new ClaudeEvent.Ended(
        failure(event),
        List.copyOf(event.path("modelUsage").propertyNames()),
        tokens,
        Duration.ofMillis(event.path("duration_ms").asLong(0)));
  }

  /// Stopping after its one turn counts as an error for Claude Code, but there was an answer.
  private static Optional<AnswerFailure> failure(JsonNode event) {
    boolean failed =
        event.path("is_error").asBoolean(false)
            && !event.path("subtype").asString("").equals("error_max_turns");
    return failed
        ? Optional.of(
            AnswerFailure.of(
                status(event.path("api_error_status")),
                event.path("api_error").asString(""),
                event.path("result").asString("")))
        : Optional.empty();
  }

  private static Optional<Integer> status(JsonNode status) {
    return status.isInt() ? Optional.of(status.asInt()) : Optional.empty();
  }
}
