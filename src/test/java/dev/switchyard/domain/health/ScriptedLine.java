package dev.switchyard.domain.health;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.detect.Inquiry.Question;
import dev.switchyard.domain.endpoint.detect.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An endpoint of which a test says what it answers.
final class ScriptedLine implements HealthLine {
  private static final Heard UNKNOWN_PATH = answered(404, "{}");

  /// What was asked, with `!` before it where the token went along.
  final List<String> asked = new ArrayList<>();

  private final Map<String, Heard> answers = new HashMap<>();
  private final Known<Boolean> hasToken;
  private boolean closed;

  ScriptedLine(Known<Boolean> hasToken) {
    this.hasToken = hasToken;
  }

  /// To everybody.
  ScriptedLine at(String path, int status, String body) {
    return withToken(path, status, body).withoutToken(path, status, body);
  }

  ScriptedLine withToken(String path, int status, String body) {
    answers.put("!" + path, answered(status, body));
    return this;
  }

  ScriptedLine withoutToken(String path, int status, String body) {
    answers.put(path, answered(status, body));
    return this;
  }

  ScriptedLine failing(String path, Obstacle obstacle) {
    answers.put(path, new Heard.Failed(obstacle));
    answers.put("!" + path, new Heard.Failed(obstacle));
    return this;
  }

  private static Heard answered(int status, String body) {
    return new Heard.Answered(
        new Response(new Question("", ""), status, "", body), Duration.ofMillis(3), false);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public Known<Boolean> hasToken() {
    return hasToken;
  }

  @Override
  public Heard ask(
      Question question, boolean withToken, Duration limit, Cancellation cancellation) {
    var key = (withToken && hasToken.equals(Known.of(true)) ? "!" : "") + question.path();
    asked.add(key);
    return answers.getOrDefault(key, UNKNOWN_PATH);
  }

  @Override
  public void close() {
    closed = true;
  }
}
