package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.health.Admission;
import dev.switchyard.domain.health.FirstToken;
import dev.switchyard.domain.health.Health;
import dev.switchyard.domain.health.Latency;
import dev.switchyard.domain.health.ModelPresence;
import dev.switchyard.domain.health.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How endpoints are, for scripts and as a table for people.
final class HealthAnswer {
  private static final Message YES = Message.of("endpoint.health.yes");
  private static final Message NO = Message.of("endpoint.health.no");
  private static final Message UNKNOWN = Message.of("endpoint.health.unknown");
  private static final Message NOTHING = Message.of("endpoint.health.nothing");
  private static final double NANOS_PER_MILLI = 1e6;

  private HealthAnswer() {}

  static void fill(Answer answer, Health row) {
    answer
        .put("name", row.subject().name())
        .put("kind", row.subject().kind().id())
        .put("url", row.subject().url().toString())
        .put("verdict", row.verdict().id())
        .put("reachable", row.reach().map(Reach.Answers.class::isInstance));
    if (row.reach() instanceof Known.Value<Reach>(Reach.Blocked(var obstacle))) {
      answer.put("obstacle", obstacle.id());
    }
    answer.put("admitted", row.admission().map(Admission::id));
    switch (row.models()) {
      case Known.Value<List<ModelPresence>>(var models) ->
          answer.objects("models", models, HealthAnswer::fill);
      case Known.Unknown<List<ModelPresence>>(var reason) -> answer.unknown("models", reason);
    }
    switch (row.listed()) {
      case Known.Value<List<String>>(var names) -> answer.strings("listed", names);
      case Known.Unknown<List<String>>(var reason) -> answer.unknown("listed", reason);
    }
    answer.put("speaksMessages", row.speaksMessages());
    switch (row.latency()) {
      case Known.Value<Latency>(var latency) ->
          answer.object("latency", each -> fill(each, latency));
      case Known.Unknown<Latency>(var reason) -> answer.unknown("latency", reason);
    }
    switch (row.firstToken()) {
      case Known.Value<FirstToken>(var token) ->
          answer.object("firstToken", each -> fill(each, token));
      case Known.Unknown<FirstToken>(var reason) -> answer.unknown("firstToken", reason);
    }
    answer.messages("objections", row.objections());
  }

  private static void fill(Answer answer, ModelPresence presence) {
    answer.put("name", presence.asked()).put("presence", presence.id());
    if (presence instanceof ModelPresence.AnswersEveryName(_, var served)) {
      answer.put("served", served);
    }
  }

  private static void fill(Answer answer, Latency latency) {
    answer
        .put("medianMillis", millis(latency.median()))
        .put("firstMillis", millis(latency.first()))
        .put("requests", Latency.REQUESTS)
        .put("connectionKept", latency.kept());
  }

  private static void fill(Answer answer, FirstToken token) {
    answer
        .put("model", token.model())
        .put("millis", millis(token.took()))
        .put("loadedBefore", token.loadedBefore());
  }

  /// To a hundredth.
  private static double millis(Duration duration) {
    return Math.round(duration.toNanos() / NANOS_PER_MILLI * 100) / 100.0;
  }

  static void print(Console console, List<Health> rows) {
    var table = new ArrayList<List<String>>();
    table.add(
        Stream.of("name", "reachable", "admitted", "model", "messages", "latency", "first-token")
            .map(column -> console.texts().text("cli.endpoint.column." + column))
            .toList());
    for (var row : rows) {
      table.add(cells(row).stream().map(console.texts()::text).toList());
    }
    console.table(table);
    for (var row : rows) {
      for (var objection : row.objections()) {
        console.line("cli.endpoint.objection", row.subject().name(), objection);
      }
    }
  }

  private static List<Message> cells(Health row) {
    return List.of(
        Message.of("cli.endpoint.cell", row.subject().name()),
        cell(row.reach().map(reach -> reach instanceof Reach.Answers ? YES : NO)),
        cell(row.admission().map(HealthAnswer::words)),
        cell(row.models().map(HealthAnswer::words)),
        cell(row.speaksMessages().map(speaks -> speaks ? YES : NO)),
        cell(row.latency().map(HealthAnswer::words)),
        row.subject().wish().firstToken()
            ? cell(row.firstToken().map(HealthAnswer::words))
            : NOTHING);
  }

  private static Message cell(Known<Message> fact) {
    return fact.toOptional().orElse(UNKNOWN);
  }

  private static Message words(Admission admission) {
    return switch (admission) {
      case ADMITTED -> YES;
      case REFUSED -> NO;
      case NOT_ASKED -> Message.of("endpoint.health.needs-none");
    };
  }

  private static Message words(List<ModelPresence> models) {
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

  private static Message words(Latency latency) {
    return Message.of(
        latency.kept() ? "endpoint.health.latency" : "endpoint.health.latency-each",
        millis(latency.median()),
        millis(latency.first()));
  }

  private static Message words(FirstToken token) {
    var millis = millis(token.took());
    return switch (token.loadedBefore()) {
      case Known.Value<Boolean>(var loaded) when !loaded ->
          Message.of("endpoint.health.first-token-loading", millis);
      default -> Message.of("endpoint.health.first-token", millis);
    };
  }
}
