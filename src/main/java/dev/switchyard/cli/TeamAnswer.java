package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.text.LineDiff;
import dev.switchyard.domain.team.Mark;
import dev.switchyard.domain.team.TeamReview;
import dev.switchyard.domain.team.TokenUse;
import java.util.List;

/// What a shared file would change, for scripts and for people.
final class TeamAnswer {
  private TeamAnswer() {}

  static void fill(Answer answer, TeamReview review) {
    answer
        .put("changesNothing", review.changesNothing())
        .objects("items", review.items(), TeamAnswer::fill);
    review
        .route()
        .ifPresent(route -> {
          if (route.plan().isEmpty()) {
            answer.unknown("route", Message.of("team.note.no-project"));
          } else {
            answer.messages("notes", route.plan().map(RoutePlan::notes).orElse(List.of()));
          }
        });
  }

  private static void fill(Answer answer, TeamReview.Item item) {
    answer
        .put("kind", item.kind())
        .put("name", item.name())
        .put("change", item.change().id())
        .objects("marks", item.marks(), TeamAnswer::fill)
        .strings("difference", item.difference().stream().map(TeamAnswer::line).toList());
    if (item instanceof TeamReview.EndpointItem endpoint) {
      for (var kind : TokenUse.Kind.values()) {
        var source = endpoint.newTokenUse().filter(use -> use.kind() == kind);
        answer.put(kind.id(), source.map(TokenUse::source));
      }
    }
    if (item instanceof TeamReview.RouteItem route) {
      answer.put("baseUrl", route.url());
      route.plan().ifPresent(plan -> answer.objects("changes", plan.changes(), ChangeAnswer::fill));
    }
  }

  private static void fill(Answer answer, Mark mark) {
    answer.put("kind", mark.kind().id()).put("text", mark.text());
  }

  static void print(Console console, TeamReview review) {
    for (var item : review.items()) {
      console.line("cli.import.item." + item.kind() + "." + item.change().id(), item.name());
      item.marks().forEach(mark -> console.line("cli.import.mark", mark.text()));
      if (item instanceof TeamReview.RouteItem route) {
        print(console, route);
      } else {
        item.difference().forEach(line -> console.plain("    " + line(line)));
      }
    }
  }

  private static void print(Console console, TeamReview.RouteItem route) {
    console.line("cli.import.route-to", route.url());
    if (route.plan().isEmpty()) {
      console.line("team.note.no-project");
      return;
    }
    for (var change : route.plan().get().changes()) {
      console.line(ChangeAnswer.text(change));
      ChangeAnswer.printDifference(console, change);
    }
    route.plan().get().notes().forEach(console::note);
  }

  /// Plain where a shell takes it as it is.
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String line(LineDiff.Line line) {
    return switch (line.kind()) {
      case SAME -> "  " + line.text();
      case REMOVED -> "- " + line.text();
      case ADDED -> "+ " + line.text();
      case GAP -> "  ...";
    };
  }
}
