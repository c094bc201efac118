package dev.switchyard.adapter.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How long a request wants the model kept.
final class KeepAlive {
  private KeepAlive() {}

  /// Negative is forever. A number is seconds, a text a Go duration; empty where the request does
  /// not say.
  static Optional<Duration> in(JsonNode body) throws Refusal {
    var value = body.path("keep_alive");
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(
        value.isNumber() ? Duration.ofSeconds(value.asLong()) : goDuration(value.asString("")));
  }

  /// `10m`, `-1m` and `1h30m` are ISO durations but for their prefix.
  private static Duration goDuration(String text) throws Refusal {
    try {
      return Duration.parse(text.startsWith("-") ? "-PT" + text.substring(1) : "PT" + text);
    } catch (DateTimeException e) {
      throw new Refusal(
          400, Exchange.JSON_UTF8, "time: missing unit in duration \"" + text + "\"", e);
    }
  }
}
