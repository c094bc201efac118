package dev.switchyard.domain.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchyard.domain.route.text.ClaudeJson;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A JSON object that Claude Code lays over each request: its members replace the request's own.
///
/// Source: measured on Claude Code 2.1.330. Its `model` beats even `--model` and is sent as it
/// stands, an alias and `[1m]` too; what is no JSON is passed over.
final class ExtraBody {
  static final SettingKey KEY = SettingKey.env("CLAUDE_CODE_EXTRA_BODY");

  private ExtraBody() {}

  /// @return the model that it names, an empty text where it names something that is none
  static Optional<String> model(EffectiveSettings settings) {
    return settings.value(KEY).flatMap(ExtraBody::model);
  }

  private static Optional<String> model(String body) {
    try (var parser = ClaudeJson.parser(body.getBytes(UTF_8))) {
      return parser.nextToken() == JsonToken.START_OBJECT ? model(parser) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> model(JsonParser parser) {
    Optional<String> model = Optional.empty();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isModel = parser.currentName().equals("model");
      var value = parser.nextToken();
      if (isModel) {
        model = Optional.of(value == JsonToken.VALUE_STRING ? parser.getString() : "");
      }
      parser.skipChildren();
    }
    return parser.nextToken() == null ? model : Optional.empty();
  }
}
