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

  /// @param body as far as it was read: an error in Anthropic's form, or in another one that has
  ///   its words in `error`, or words alone
  static Outcome.Refused refusal(int status, String body) {
    try {
      if (body.startsWith("{")) {
        return refusal(status, JsonMapper.shared().readTree(body), body);
      }
    } catch (JacksonException _) {
      // Its own words will do.
    }
    return refused(status, "", body);
  }

  private static Outcome.Refused refusal(int status, JsonNode answer, String body) {
    var error = answer.path("error");
    boolean shaped = answer.path("type").asString("").equals("error") && error.isObject();
    var words = words(answer);
    return refused(
        status, shaped ? error.path("type").asString("") : "", words.isEmpty() ? body : words);
  }

  static Outcome.Refused refused(int status, String type, String words) {
    return new Outcome.Refused(status, type, brief(words));
  }

  /// What an error says, empty where it says nothing.
  static String words(JsonNode answer) {
    var error = answer.path("error");
    return error.isObject() ? error.path("message").asString("") : error.asString("");
  }

  private static String brief(String words) {
    var line = words.strip().lines().findFirst().orElse("");
    return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) + "…" : line;
  }
}
