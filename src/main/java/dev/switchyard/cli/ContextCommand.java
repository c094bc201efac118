package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.Breach;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.context.Figure;
import dev.switchyard.domain.context.Mend;
import dev.switchyard.domain.context.Place;
import dev.switchyard.domain.reply.CutPrompt;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.session.SessionReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `switchyard context`: whether a project's context length is the same wherever it counts.
@Command(name = "context", description = "${bundle:cli.context}")
final class ContextCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "[PROJECT]",
      hideParamSyntax = true,
      description = "${bundle:cli.context.project}")
  private String project = "";

  ContextCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var folder = Path.of(project).toAbsolutePath().normalize();
    var route = context.useCases().routes().read(folder);
    var answer =
        context
            .answer()
            .put("folder", route.folder().toString())
            .put("destination", route.destination().wireName());
    return context
        .useCases()
        .checkContext()
        .of(route)
        .map(contract -> told(answer, route, contract))
        .orElseGet(() -> notOurs(answer));
  }

  private int notOurs(Answer answer) {
    var reason = Message.of("context.not-ours");
    answer.put("applies", false).put("text", reason);
    return context.finish(ExitCode.DONE, answer, console -> console.line(reason));
  }

  private int told(Answer answer, EffectiveRoute route, ContextContract contract) {
    answer
        .put("applies", true)
        .put("model", route.model())
        .put("verdict", contract.verdict().wireName())
        .put("text", contract.text());
    for (var place : Place.values()) {
      fill(answer, place.wireName(), contract.figure(place));
    }
    var cuts = cuts(route.folder());
    answer
        .objects("breaches", contract.breaches(), ContextCommand::fill)
        .objects("cuts", cuts, (child, cut) -> cut.fill(child));
    int code =
        context.finish(
            cuts.isEmpty() ? code(contract) : ExitCode.NO,
            answer,
            console -> {
              print(console, contract);
              cuts.forEach(cut -> cut.print(console));
            });
    context.learnFromLoads();
    return code;
  }

  /// A running session whose prompt was cut.
  private record CutSession(SessionReport session, CutPrompt cut) {
    void fill(Answer answer) {
      answer.put("pid", session.session().process().id()).put("session", session.session().id());
      CutAnswer.fill(answer, cut);
    }

    void print(Console console) {
      console.line("cli.context.cut", String.valueOf(session.session().process().id()));
      CutAnswer.print(console, cut);
    }
  }

  /// Where the system does not show its processes, nobody is accused.
  private List<CutSession> cuts(Path folder) {
    try {
      return context.useCases().sessions().of(folder).stream()
          .flatMap(session ->
              context.useCases().cutPrompts().in(session).stream()
                  .map(cut -> new CutSession(session, cut)))
          .toList();
    } catch (PortException _) {
      return List.of();
    }
  }

  private static ExitCode code(ContextContract contract) {
    return switch (contract.verdict()) {
      case HOLDS -> ExitCode.DONE;
      case BROKEN -> ExitCode.NO;
      case UNKNOWN -> contract.answered() ? ExitCode.NO : ExitCode.UNREACHABLE;
    };
  }

  private static void fill(Answer answer, String field, Known<Figure> figure) {
    switch (figure) {
      case Known.Unknown<Figure>(var reason) -> answer.unknown(field, reason);
      case Known.Value<Figure>(var known) ->
          answer.object(
              field, child -> child.put("tokens", known.tokens()).put("source", known.source()));
    }
  }

  private static void fill(Answer answer, Breach breach) {
    answer
        .put("id", breach.id())
        .put("place", breach.place().wireName())
        .put("severity", breach.severity().name().toLowerCase(Locale.ROOT))
        .put("text", breach.text())
        .put("advice", breach.advice())
        .put("mend", breach.mend().wireName())
        .put("mendTokens", tokens(breach.mend()));
  }

  private static Optional<Integer> tokens(Mend mend) {
    return switch (mend) {
      case Mend.WriteRoute(var tokens, _) -> Optional.of(tokens);
      case Mend.Build(_, var tokens) -> Optional.of(tokens);
      case Mend.Reload _, Mend.Choose _ -> Optional.empty();
    };
  }

  private static void print(Console console, ContextContract contract) {
    console.line(contract.text());
    for (var place : Place.values()) {
      console.line(
          "cli.context.place",
          Message.of("context.place." + place.wireName()),
          contract.figure(place).orReason(Figure::text));
    }
    for (var breach : contract.breaches()) {
      console.line("cli.context.breach", breach.text(), breach.advice());
    }
  }
}
