package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.probe.MessageEvent;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the server-sent events of a streamed message.
final class EventReader {
  private static final String DATA = "data:";

  private final BoundedBody body;

  EventReader(BoundedBody body) {
    this.body = body;
  }

  /// @return empty at the end of the stream
  Optional<MessageEvent> next() throws IOException, Unreadable {
    var data = new StringBuilder();
    for (var line = body.line(); line.isPresent(); line = body.line()) {
      if (line.get().startsWith(DATA)) {
        data.append(line.get(), DATA.length(), line.get().length()).append('\n');
      } else if (line.get().isEmpty() && !data.isEmpty()) {
        return Optional.of(event(object(data.toString())));
      }
    }
    return data.isEmpty() ? Optional.empty() : Optional.of(event(object(data.toString())));
  }

  /// @throws Unreadable where it is no JSON object
  static JsonNode object(String text) throws Unreadable {
    try {
      var node = JsonMapper.shared().readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException _) {
      // Told below.
    }
    throw new Unreadable(Message.of("capability.not-json"));
  }

  private static MessageEvent event(JsonNode event) {
    var type = event.path("type").asString("");
    return switch (type) {
      case "message_start" -> {
        var message = event.path("message");
        yield new MessageEvent.Started(
            text(message, "id"), text(message, "model"), count(message, "input_tokens"));
      }
      case "content_block_start" -> {
        var block = event.path("content_block");
        yield new MessageEvent.BlockStarted(
            index(event),
            text(block, "type"),
            text(block, "id"),
            text(block, "name"),
            text(block, "text"));
      }
      case "content_block_delta" -> piece(index(event), event.path("delta"));
      case "message_delta" ->
          new MessageEvent.Counted(
              text(event.path("delta"), "stop_reason"),
              count(event, "input_tokens"),
              count(event, "output_tokens"));
      case "message_stop" -> new MessageEvent.Stopped();
      case "error" -> {
        var words = AnswerReader.words(event);
        yield new MessageEvent.Failed(
            text(event.path("error"), "type"), words.isEmpty() ? event.toString() : words);
      }
      default -> new MessageEvent.Other(type);
    };
  }

  /// Each kind of piece has its text in a field of its own name.
  private static MessageEvent piece(int index, JsonNode delta) {
    var type = text(delta, "type");
    var field =
        switch (type) {
          case "thinking_delta" -> "thinking";
          case "input_json_delta" -> "partial_json";
          default -> "text";
        };
    return new MessageEvent.Piece(index, type, text(delta, field));
  }

  private static int index(JsonNode event) {
    return event.path("index").asInt(0);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  private static Optional<Long> count(JsonNode counted, String field) {
    var count = counted.path("usage").path(field);
    return count.isIntegralNumber() ? Optional.of(count.asLong()) : Optional.empty();
  }
}
