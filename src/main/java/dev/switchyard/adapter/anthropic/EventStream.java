package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.probe.MessageEvent;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import okio.BufferedSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the server-sent events of a streamed answer.
final class EventStream {
  /// A tool call with its arguments is one line; no model writes so long an answer, in bytes.
  private static final long LONGEST_LINE = 1 << 20;

  private static final String DATA = "data:";

  private final BufferedSource source;

  EventStream(BufferedSource source) {
    this.source = source;
  }

  /// @return empty at the end of the stream
  /// @throws PortException MALFORMED for a line that is too long and for data that is no JSON
  Optional<MessageEvent> next() throws IOException, PortException {
    var data = new StringBuilder();
    while (!source.exhausted()) {
      var line = line();
      if (line.startsWith(DATA)) {
        data.append(line.substring(DATA.length()).strip());
      } else if (line.isEmpty() && !data.isEmpty()) {
        return Optional.of(event(data.toString()));
      }
    }
    return data.isEmpty() ? Optional.empty() : Optional.of(event(data.toString()));
  }

  private String line() throws IOException, PortException {
    try {
      return source.readUtf8LineStrict(LONGEST_LINE);
    } catch (EOFException e) {
      if (source.getBuffer().size() > LONGEST_LINE) {
        throw new PortException(Kind.MALFORMED, Message.of("messages.line-too-long"), e);
      }
      return source.readUtf8();
    }
  }

  private static MessageEvent event(String data) throws PortException {
    try {
      return event(JsonMapper.shared().readTree(data));
    } catch (JacksonException e) {
      throw new PortException(Kind.MALFORMED, Message.of("messages.broken-event"), e);
    }
  }

  private static MessageEvent event(JsonNode event) {
    var type = event.path("type").asString("");
    return switch (type) {
      case "message_start" -> {
        var message = event.path("message");
        yield new MessageEvent.Started(text(message, "id"), text(message, "model"));
      }
      case "content_block_start" -> {
        var block = event.path("content_block");
        yield new MessageEvent.BlockStarted(text(block, "type"), text(block, "name"));
      }
      case "content_block_delta" -> piece(event.path("delta"));
      case "message_delta" -> {
        var usage = event.path("usage");
        yield new MessageEvent.Counted(
            text(event.path("delta"), "stop_reason"),
            count(usage.path("input_tokens")),
            count(usage.path("output_tokens")));
      }
      case "message_stop" -> new MessageEvent.Stopped();
      case "error" ->
          new MessageEvent.Failed(
              text(event.path("error"), "type"), text(event.path("error"), "message"));
      default -> new MessageEvent.Other(type);
    };
  }

  /// Each kind of piece has its text in a field of its own name.
  private static MessageEvent piece(JsonNode delta) {
    var type = text(delta, "type");
    var field =
        switch (type) {
          case "thinking_delta" -> "thinking";
          case "input_json_delta" -> "partial_json";
          default -> "text";
        };
    return new MessageEvent.Piece(type, text(delta, field));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  private static Optional<Long> count(JsonNode node) {
    return node.isIntegralNumber() ? Optional.of(node.asLong()) : Optional.empty();
  }
}
