package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Answer;
import dev.switchyard.domain.capability.Block;
import dev.switchyard.domain.capability.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the Messages API answers with.
final class AnswerReader {
  private static final int MOST_WORDS = 300;

  private AnswerReader() {}

  /// @throws Unreadable where it is no message
  static Answer whole(JsonNode message, Duration took) throws Unreadable {
    if (!message.path("type").asString("").equals("message")) {
      throw new Unreadable(Message.of("capability.no-message"));
    }
    var content = new ArrayList<Block>();
    for (var part : message.path("content")) {
      content.add(block(part));
    }
    return new Answer(
        content,
        message.path("stop_reason").asString(""),
        message.path("usage").path("input_tokens").asLong(0),
        false,
        0,
        took);
  }

  private static Block block(JsonNode part) {
    var type = part.path("type").asString("");
    return switch (type) {
      case "text" -> new Block.Text(part.path("text").asString(""));
      case "thinking" -> new Block.Thinking(part.path("thinking").asString(""));
      case "tool_use" ->
          new Block.ToolUse(
              part.path("id").asString(""),
              part.path("name").asString(""),
              object(part.path("input")));
      default -> new Block.Other(type);
    };
  }

  /// The arguments that a stream has brought in pieces; none at all are an empty object.
  static Optional<Map<String, Object>> arguments(String json) {
    try {
      return json.isBlank() ? Optional.of(Map.of()) : object(JsonMapper.shared().readTree(json));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, Object>> object(JsonNode node) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    Map<?, ?> values = JsonMapper.shared().convertValue(node, Map.class);
    var map = new LinkedHashMap<String, Object>();
    // An argument that is null says as much as one that is not there.
    values.forEach((name, value) -> {
      if (value != null) {
        map.put(name.toString(), value);
      }
    });
    return Optional.of(map);
  }

  /// @param body as far as it was read
  static Outcome.Refused refusal(int status, String body) {
    try {
      var answer = body.startsWith("{") ? JsonMapper.shared().readTree(body) : null;
      if (answer != null) {
        return refusal(status, answer, body);
      }
    } catch (JacksonException _) {
      // Its own words will do.
    }
    return new Outcome.Refused(status, "", brief(body));
  }

  /// @param body an error in Anthropic's form, or in another one that has its words in `error`
  static Outcome.Refused refusal(int status, JsonNode answer, String body) {
    var error = answer.path("error");
    boolean shaped = answer.path("type").asString("").equals("error") && error.isObject();
    var words = error.isObject() ? error.path("message").asString("") : error.asString("");
    return new Outcome.Refused(
        status,
        shaped ? error.path("type").asString("") : "",
        brief(words.isEmpty() ? body : words));
  }

  private static String brief(String words) {
    var line = words.strip().lines().findFirst().orElse("");
    return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) + "…" : line;
  }
}
