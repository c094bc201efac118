package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Setting;
import dev.switchyard.domain.route.EffectiveRoute.Source;
import dev.switchyard.domain.route.Origin;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.StartedFrom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// A route as an answer: for scripts and for people.
final class RouteAnswer {
  /// Where Claude Code sends requests that no setting sends elsewhere.
  private static final String CLOUD_URL = "https://api.anthropic.com";

  private RouteAnswer() {}

  static void fill(Answer answer, EffectiveRoute route) {
    var winners = new LinkedHashMap<String, String>();
    route.values().forEach((key, setting) -> winners.put(key, setting.winner().wireName()));
    answer
        .put("folder", route.folder().toString())
        .put("destination", route.destination().wireName());
    fillTarget(answer, route);
    answer
        .put("credential", route.credential().name().toLowerCase(Locale.ROOT))
        .put("sentence", RouteSentence.of(route));
    route.credentialSource().ifPresent(source -> answer.put("credentialSource", source.id()));
    route.endpoint().ifPresent(endpoint -> answer.put("endpoint", endpoint.name()));
    answer
        .map("winner", winners)
        .objects(
            "settings",
            List.copyOf(route.values().entrySet()),
            (each, entry) -> {
              each.put("key", entry.getKey());
              fill(each, entry.getValue());
            })
        .objects("problems", route.problems(), RouteAnswer::fill);
  }

  /// How it is from elsewhere.
  static void fill(Answer answer, RoutesByStart routes, StartedFrom from) {
    var others = routes.differingFrom(from);
    answer
        .put("start", from.wireName())
        .put("differs", !others.isEmpty())
        .objects(
            "otherStarts",
            others,
            (each, other) -> {
              var route = routes.of(other);
              each.put("start", other.wireName())
                  .put("destination", route.destination().wireName());
              fillTarget(each, route);
              each.put("credential", route.credential().name().toLowerCase(Locale.ROOT));
            });
  }

  /// What `/model` would do.
  static void fill(Answer answer, String name, List<Message> explained) {
    answer.object("asked", asked -> asked.put("model", name).messages("answer", explained));
  }

  private static void fillTarget(Answer answer, EffectiveRoute route) {
    if (route.problem("cloud-provider").isPresent()) {
      answer.unknown("baseUrl", Message.of("cli.route.provider-url"));
    } else {
      answer.put("baseUrl", baseUrl(route));
    }
    route
        .model()
        .ifPresentOrElse(
            model -> answer.put("model", model),
            () -> answer.unknown("model", Message.of("cli.route.no-model")));
  }

  /// Where requests are sent, also where no setting says so.
  static String baseUrl(EffectiveRoute route) {
    return route.baseUrl().isEmpty() ? CLOUD_URL : route.baseUrl();
  }

  private static void fill(Answer answer, Setting setting) {
    fill(answer, setting.decides());
    answer.objects("overruled", setting.overruled(), RouteAnswer::fill);
  }

  private static void fill(Answer answer, Source source) {
    answer.put("value", source.value()).put("layer", source.layer().wireName());
    switch (source.origin()) {
      case Origin.SettingsFile(var file) -> answer.put("file", file.toString());
      case Origin.Argument() -> {}
      case Origin.Environment(var feed, var file, var probable) -> {
        answer.put("from", feed);
        file.ifPresent(known -> answer.put("file", known.toString()));
        probable.ifPresent(line ->
            answer
                .put("probableFile", line.file().toString())
                .put("probableLine", (long) line.number()));
      }
    }
  }

  private static void fill(Answer answer, Problem problem) {
    answer
        .put("id", problem.id())
        .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
        .put("text", problem.text());
  }

  static void print(Console console, EffectiveRoute route, RoutesByStart routes, StartedFrom from) {
    console.line(RouteSentence.of(route));
    RouteSentence.differences(routes, from).forEach(console::line);
    printRest(console, route);
  }

  static void print(Console console, EffectiveRoute route) {
    console.line(RouteSentence.of(route));
    printRest(console, route);
  }

  private static void printRest(Console console, EffectiveRoute route) {
    var rows = new ArrayList<List<String>>();
    route
        .values()
        .forEach((key, setting) -> {
          rows.add(row(console, key, setting.decides()));
          setting
              .overruled()
              .forEach(source ->
                  rows.add(row(console, console.texts().text("cli.route.overruled"), source)));
        });
    if (!rows.isEmpty()) {
      console.plain("");
      console.table(rows);
    }
    for (var problem : route.problems()) {
      console.line(
          "cli.route.problem", severity(console, problem), console.texts().text(problem.text()));
    }
  }

  private static List<String> row(Console console, String key, Source source) {
    var texts = console.texts();
    var value = source.value().isEmpty() ? texts.text("cli.route.empty") : source.value();
    var origin = texts.text(source.origin().text());
    return List.of(key, value, source.layer().wireName(), origin);
  }

  private static String severity(Console console, Problem problem) {
    return console.texts().text("cli.route." + problem.severity().name().toLowerCase(Locale.ROOT));
  }
}
