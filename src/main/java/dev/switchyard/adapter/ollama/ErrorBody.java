package dev.switchyard.adapter.ollama;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the error text in an answer: `{"error":"text"}`, or the Anthropic form with the text in
/// `error.message`.
final class ErrorBody {
  private ErrorBody() {}

  static Optional<String> text(JsonNode answer) {
    var error = answer.path("error");
    var text = error.isObject() ? error.path("message").asString("") : error.asString("");
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /// Empty also where the body is no JSON.
  static Optional<String> text(String body) {
    if (!body.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return text(JsonMapper.shared().readTree(body));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
