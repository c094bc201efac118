package dev.switchyard.domain.capability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request to an endpoint that speaks Anthropic's Messages API.
///
/// No question has options of Ollama's: `num_ctx` and its like would reload the model with other
/// ones than Claude Code's requests have.
///
/// @param path below the endpoint's base URL
/// @param body a JSON object of maps, lists, texts, numbers and truth values, in the order in which
///   it is written
public record Question(String path, Map<String, Object> body) {
  private static final String MESSAGES = "/v1/messages";
  private static final String COUNT_TOKENS = "/v1/messages/count_tokens";

  public Question {
    body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
  }

  /// A request for a message, by the model's surest words and without thinking, so that the same
  /// answer may be expected again.
  static Question to(Subject subject, int mostTokens) {
    var body = new LinkedHashMap<String, Object>();
    body.put("model", subject.model());
    body.put("max_tokens", mostTokens);
    body.put("temperature", 0);
    body.put("thinking", Map.of("type", "disabled"));
    return new Question(MESSAGES, body);
  }

  Question with(String field, Object value) {
    var changed = new LinkedHashMap<>(body);
    changed.put(field, value);
    return new Question(path, changed);
  }

  Question without(String field) {
    var changed = new LinkedHashMap<>(body);
    changed.remove(field);
    return new Question(path, changed);
  }

  Question system(String text) {
    return with("system", text);
  }

  Question user(Object content) {
    return plus("user", content);
  }

  Question assistant(Object content) {
    return plus("assistant", content);
  }

  Question asStream() {
    return with("stream", true);
  }

  /// How many tokens this one's prompt has, instead of an answer to it.
  Question counted() {
    var counting = new Question(COUNT_TOKENS, body);
    return counting.without("max_tokens").without("temperature").without("thinking");
  }

  public boolean isStream() {
    return Boolean.TRUE.equals(body.get("stream"));
  }

  private Question plus(String role, Object content) {
    var messages = new ArrayList<Object>();
    if (body.get("messages") instanceof List<?> before) {
      messages.addAll(before);
    }
    var message = new LinkedHashMap<String, Object>();
    message.put("role", role);
    message.put("content", content);
    messages.add(message);
    return with("messages", List.copyOf(messages));
  }
}
