package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.health.Admission;
import dev.switchyard.domain.health.FirstToken;
import dev.switchyard.domain.health.Health;
import dev.switchyard.domain.health.HealthWords;
import dev.switchyard.domain.health.Latency;
import dev.switchyard.domain.health.ModelPresence;
import dev.switchyard.domain.health.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How endpoints are, for scripts and as a table for people.
final class HealthAnswer {
  private static final Message YES = Message.of("endpoint.health.yes");
  private static final Message NO = Message.of("endpoint.health.no");
  private static final Message UNKNOWN = Message.of("endpoint.health.unknown");

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
        .put("medianMillis", HealthWords.millis(latency.median()))
        .put("firstMillis", HealthWords.millis(latency.first()))
        .put("requests", Latency.REQUESTS)
        .put("connectionKept", latency.kept());
  }

  private static void fill(Answer answer, FirstToken token) {
    answer
        .put("model", token.model())
        .put("millis", HealthWords.millis(token.took()))
        .put("loadedBefore", token.loadedBefore());
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
        cell(row.admission().map(HealthWords::of)),
        cell(row.models().map(HealthWords::of)),
        cell(row.speaksMessages().map(speaks -> speaks ? YES : NO)),
        cell(row.latency().map(HealthWords::of)),
        row.subject().wish().firstToken()
            ? cell(row.firstToken().map(HealthWords::of))
            : HealthWords.NOTHING);
  }

  private static Message cell(Known<Message> fact) {
    return fact.toOptional().orElse(UNKNOWN);
  }
}
