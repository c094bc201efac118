package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Answer;
import dev.switchyard.domain.capability.Block;
import dev.switchyard.domain.capability.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Puts a message together from the events of a stream.
final class StreamedMessage {
  private static final int STREAM_STATUS = 200;
  private static final String OUT_OF_ORDER = "capability.out-of-order";

  private final Supplier<Duration> elapsed;
  private final Map<Integer, Part> parts = new TreeMap<>();
  private Optional<Duration> firstPiece = Optional.empty();
  private int pieces;
  private long promptTokens;
  private String stopReason = "";
  private boolean begun;
  private boolean whole;

  /// A part of the content as it grows.
  private record Part(JsonNode start, StringBuilder content) {
    Block block() {
      var type = start.path("type").asString("");
      return switch (type) {
        case "text" -> new Block.Text(content.toString());
        case "thinking" -> new Block.Thinking(content.toString());
        case "tool_use" ->
            new Block.ToolUse(
                start.path("id").asString(""),
                start.path("name").asString(""),
                AnswerReader.arguments(content.toString()));
        default -> new Block.Other(type);
      };
    }
  }

  /// @param elapsed since the request was sent
  StreamedMessage(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
  }

  /// @return the server's failure, where the event is one
  /// @throws Unreadable where the event cannot stand at this place
  Optional<Outcome> on(JsonNode event) throws Unreadable {
    switch (event.path("type").asString("")) {
      case "message_start" -> {
        begun = true;
        count(event.path("message").path("usage"));
      }
      case "content_block_start" -> begin(event);
      case "content_block_delta" -> add(event);
      case "message_delta" -> {
        stopReason = event.path("delta").path("stop_reason").asString(stopReason);
        count(event.path("usage"));
      }
      case "message_stop" -> {
        require(begun);
        whole = true;
      }
      case "error" -> {
        return Optional.of(AnswerReader.refusal(STREAM_STATUS, event, event.toString()));
      }
      default -> {
        // A ping, the end of a block, or what a newer server sends besides.
      }
    }
    return Optional.empty();
  }

  private void begin(JsonNode event) throws Unreadable {
    require(begun);
    var block = event.path("content_block");
    var part = new Part(block, new StringBuilder(block.path("text").asString("")));
    parts.put(event.path("index").asInt(parts.size()), part);
  }

  private void add(JsonNode event) throws Unreadable {
    var part = parts.get(event.path("index").asInt(-1));
    if (part == null) {
      throw new Unreadable(Message.of(OUT_OF_ORDER));
    }
    var delta = event.path("delta");
    for (var field : new String[] {"text", "thinking", "partial_json"}) {
      part.content().append(delta.path(field).asString(""));
    }
    pieces++;
    firstPiece = firstPiece.or(() -> Optional.of(elapsed.get()));
  }

  private void count(JsonNode usage) {
    promptTokens = usage.path("input_tokens").asLong(promptTokens);
  }

  private static void require(boolean inOrder) throws Unreadable {
    if (!inOrder) {
      throw new Unreadable(Message.of(OUT_OF_ORDER));
    }
  }

  boolean isWhole() {
    return whole;
  }

  Answer answer() {
    return new Answer(
        parts.values().stream().map(Part::block).toList(),
        stopReason,
        promptTokens,
        true,
        pieces,
        firstPiece.orElseGet(elapsed));
  }
}
