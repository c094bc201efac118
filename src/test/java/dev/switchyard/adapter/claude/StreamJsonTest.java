package dev.switchyard.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.probe.AnswerFailure;
import dev.switchyard.domain.probe.ClaudeEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines as Claude Code 2.1.330 printed them, shortened.
class StreamJsonTest {
  @Test
  void theFirstLineTellsModelAndServer() {
    var line =
        """
        {"type":"system","subtype":"init","cwd":"/p","model":"agent","apiKeySource":"none",\
        "claude_code_version":"2.1.330","served_by_anthropic":false}\
        """;

    assertThat(StreamJson.read(line))
        .contains(new ClaudeEvent.Started("2.1.330", "agent", Optional.of(false), "none"));
  }

  @Test
  void anOlderVersionDoesNotSayWhoServes() {
    var line = "{\"type\":\"system\",\"subtype\":\"init\",\"model\":\"agent\"}";

    assertThat(StreamJson.read(line))
        .contains(new ClaudeEvent.Started("", "agent", Optional.empty(), ""));
  }

  @Test
  void aRetryWithoutAnAnswerHasNoStatus() {
    assertThat(StreamJson.read(retry("null")))
        .contains(new ClaudeEvent.Retried(2, Optional.empty()));
    assertThat(StreamJson.read(retry("500")))
        .contains(new ClaudeEvent.Retried(2, Optional.of(500)));
  }

  private static String retry(String status) {
    return "{\"type\":\"system\",\"subtype\":\"api_retry\",\"attempt\":2,\"error_status\":%s}"
        .formatted(status);
  }

  @Test
  void theStartOfTheAnswerHasTheServersId() {
    var line =
        """
        {"type":"stream_event","event":{"type":"message_start",\
        "message":{"id":"msg_48c7b84dbd68521da77655a9","model":"agent"}}}\
        """;

    assertThat(StreamJson.read(line))
        .contains(new ClaudeEvent.FirstToken("msg_48c7b84dbd68521da77655a9", "agent"));
  }

  /// Ollama's first figure is an estimate; the result has what was counted.
  @Test
  void stoppingAfterTheOneTurnIsNoFailure() {
    var line =
        """
        {"type":"result","subtype":"error_max_turns","is_error":true,"duration_ms":1464,\
        "usage":{"input_tokens":19156,"cache_creation_input_tokens":10,"cache_read_input_tokens":5},\
        "modelUsage":{"agent":{"inputTokens":19156}}}\
        """;

    assertThat(StreamJson.read(line))
        .contains(
            new ClaudeEvent.Ended(
                Optional.empty(), List.of("agent"), 19_171, Duration.ofMillis(1464)));
  }

  @ParameterizedTest
  @CsvSource({
    "404, '', UNKNOWN, MODEL_MISSING",
    "401, '', UNKNOWN, NOT_LOGGED_IN",
    "null, '', Not logged in · Please run /login, NOT_LOGGED_IN",
    "null, connection_failed, API Error: Connection refused (ECONNREFUSED), UNREACHABLE",
    "500, server_error, API Error: 500, REFUSED",
  })
  void anErrorSaysWhatKindItIs(String status, String reason, String text, AnswerFailure.Kind kind) {
    var line =
        """
        {"type":"result","subtype":"success","is_error":true,"api_error_status":%s,\
        "api_error":"%s","result":"%s","modelUsage":{}}\
        """
            .formatted(status, reason, text);

    assertThat(StreamJson.read(line))
        .hasValueSatisfying(event ->
            assertThat(((ClaudeEvent.Ended) event).failure().orElseThrow().kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "{\"type\":\"assistant\",\"message\":{}}",
        "{\"type\":\"stream_event\",\"event\":{\"type\":\"content_block_delta\"}}",
        "[]",
        "{\"type\":\"res",
      })
  void whatSaysNothingOfTheRouteIsPassedOver(String line) {
    assertThat(StreamJson.read(line)).isEmpty();
  }
}
