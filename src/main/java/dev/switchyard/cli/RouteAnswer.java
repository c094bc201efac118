package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Setting;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.RouteSentence;
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
    if (route.problems().stream().anyMatch(problem -> problem.id().equals("cloud-provider"))) {
      answer.unknown("baseUrl", Message.of("cli.route.provider-url"));
    } else {
      answer.put("baseUrl", baseUrl(route));
    }
    route
        .model()
        .ifPresentOrElse(
            model -> answer.put("model", model),
            () -> answer.unknown("model", Message.of("cli.route.no-model")));
    answer
        .put("credential", route.credential().name().toLowerCase(Locale.ROOT))
        .map("winner", winners)
        .objects("problems", route.problems(), RouteAnswer::fill);
  }

  /// Where requests are sent, also where no setting says so.
  static String baseUrl(EffectiveRoute route) {
    return route.baseUrl().isEmpty() ? CLOUD_URL : route.baseUrl();
  }

  static void print(Console console, EffectiveRoute route) {
    console.line(RouteSentence.of(route));
    var rows = new ArrayList<List<String>>();
    route.values().forEach((key, setting) -> rows.add(row(console, key, setting)));
    if (!rows.isEmpty()) {
      console.plain("");
      console.table(rows);
    }
    for (var problem : route.problems()) {
      console.line(
          "cli.route.problem", severity(console, problem), console.texts().text(problem.text()));
    }
  }

  private static void fill(Answer answer, Problem problem) {
    answer
        .put("id", problem.id())
        .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
        .put("text", problem.text());
  }

  private static List<String> row(Console console, String key, Setting setting) {
    var texts = console.texts();
    var value = setting.value().isEmpty() ? texts.text("cli.route.empty") : setting.value();
    var losers = setting.losers().stream().map(Layer::wireName).toList();
    var from =
        losers.isEmpty()
            ? setting.winner().wireName()
            : texts.text("cli.route.over", setting.winner().wireName(), String.join(", ", losers));
    return List.of(key, value, from);
  }

  private static String severity(Console console, Problem problem) {
    return console.texts().text("cli.route." + problem.severity().name().toLowerCase(Locale.ROOT));
  }
}
