package dev.switchyard.domain.health;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.time.Duration;
import java.util.List;

/// What is known of an endpoint, in a few words for a cell of a table.
public final class HealthWords {
  public static final Message NOTHING = Message.of("endpoint.health.nothing");

  private static final Message YES = Message.of("endpoint.health.yes");
  private static final Message NO = Message.of("endpoint.health.no");
  private static final double NANOS_PER_MILLI = 1e6;

  private HealthWords() {}

  public static Message of(Admission admission) {
    return switch (admission) {
      case ADMITTED -> YES;
      case REFUSED -> NO;
      case NOT_ASKED -> Message.of("endpoint.health.needs-none");
    };
  }

  public static Message of(List<ModelPresence> models) {
    return switch (models.size()) {
      case 0 -> NOTHING;
      case 1 ->
          switch (models.getFirst()) {
            case ModelPresence.Listed _ -> YES;
            case ModelPresence.Missing _ -> NO;
            case ModelPresence.AnswersEveryName(_, var served) ->
                Message.of("endpoint.health.every-name", served);
          };
      default ->
          Message.of(
              "endpoint.health.some-models",
              models.stream().filter(one -> !(one instanceof ModelPresence.Missing)).count(),
              models.size());
    };
  }

  public static Message of(Latency latency) {
    return Message.of(
        latency.kept() ? "endpoint.health.latency" : "endpoint.health.latency-each",
        millis(latency.median()),
        millis(latency.first()));
  }

  public static Message of(FirstToken token) {
    var millis = millis(token.took());
    return switch (token.loadedBefore()) {
      case Known.Value<Boolean>(var loaded) when !loaded ->
          Message.of("endpoint.health.first-token-loading", millis);
      default -> Message.of("endpoint.health.first-token", millis);
    };
  }

  /// To a hundredth.
  public static double millis(Duration duration) {
    return Math.round(duration.toNanos() / NANOS_PER_MILLI * 100) / 100.0;
  }
}
