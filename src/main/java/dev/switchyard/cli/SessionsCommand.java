package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.session.RunningSession;
import dev.switchyard.domain.session.SessionReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `switchyard sessions`: the Claude Codes that run now, and which of them need a restart.
@Command(name = "sessions", description = "${bundle:cli.sessions}")
final class SessionsCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "${bundle:cli.sessions.folder}")
  private @Nullable String folder;

  SessionsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var sessions = context.useCases().sessions();
    var found = folder == null ? sessions.all() : sessions.of(absolute(folder));
    var answer =
        context
            .answer()
            .objects("sessions", found, this::fill)
            .put("needRestart", found.stream().filter(SessionReport::needsRestart).count());
    return context.finish(ExitCode.DONE, answer, console -> print(console, found));
  }

  private static Path absolute(String folder) {
    return Path.of(folder).toAbsolutePath().normalize();
  }

  private void fill(Answer answer, SessionReport report) {
    var session = report.session();
    var route = report.route();
    answer
        .put("pid", session.process().id())
        .put("folder", session.folder())
        .put("kind", session.kind().wireName())
        .put("startedAt", session.startedAt().toString())
        .put("session", session.id())
        .object("options", options -> fill(options, session))
        .put("destination", route.follows().map(follows -> follows.destination().wireName()))
        .put("baseUrl", route.follows().map(RouteAnswer::baseUrl));
    model(answer, route.follows());
    answer
        .put("state", route.state().wireName())
        .put("needsRestart", report.needsRestart())
        .put("text", route.text())
        .put("restart", restart(report));
    context
        .useCases()
        .cutPrompts()
        .in(report)
        .ifPresent(cut -> answer.object("cut", child -> CutAnswer.fill(child, cut)));
    if (route.started() instanceof Known.Value<EffectiveRoute>(var started)) {
      answer.object("started", child -> fill(child, started));
    }
    if (route.fresh() instanceof Known.Value<EffectiveRoute>(var fresh)) {
      answer.object("fresh", child -> fill(child, fresh));
    }
  }

  /// JSON in the place of a file may hold a credential.
  private static void fill(Answer answer, RunningSession session) {
    var options = session.options();
    answer.put("model", options.model());
    if (options.hasInlineSettings()) {
      answer.unknown("settings", Message.of("cli.sessions.inline"));
    } else {
      answer.put("settings", options.settings());
    }
    answer
        .put("settingSources", options.settingSources())
        .put("restricted", options.restricted())
        .put("resumes", options.resumes());
  }

  private static void fill(Answer answer, EffectiveRoute route) {
    answer
        .put("destination", route.destination().wireName())
        .put("baseUrl", RouteAnswer.baseUrl(route));
    model(answer, Known.of(route));
  }

  private static void model(Answer answer, Known<EffectiveRoute> route) {
    switch (route) {
      case Known.Unknown<EffectiveRoute>(var reason) -> answer.unknown("model", reason);
      case Known.Value<EffectiveRoute>(var known) ->
          known
              .model()
              .ifPresentOrElse(
                  model -> answer.put("model", model),
                  () -> answer.unknown("model", Message.of("cli.route.no-model")));
    }
  }

  private Known<String> restart(SessionReport report) {
    return report.restartLine(Shells.usual(context.useCases().surroundings()));
  }

  private void print(Console console, List<SessionReport> found) {
    if (found.isEmpty()) {
      console.line("cli.sessions.none");
    }
    for (var report : found) {
      var session = report.session();
      console.line(
          "cli.sessions.one",
          String.valueOf(session.process().id()),
          console.texts().text("sessions.kind." + session.kind().wireName()),
          place(console, session.folder()),
          console.time(session.startedAt()));
      console.plain("  " + console.texts().text(report.route().text()));
      if (report.needsRestart()) {
        console.plain("  " + restart(console, report));
      }
      context.useCases().cutPrompts().in(report).ifPresent(cut -> CutAnswer.print(console, cut));
    }
  }

  private String restart(Console console, SessionReport report) {
    return switch (restart(report)) {
      case Known.Value<String>(var line) -> line;
      case Known.Unknown<String>(var reason) -> console.texts().text(reason);
    };
  }

  private static String place(Console console, Known<Path> folder) {
    return switch (folder) {
      case Known.Value<Path>(var known) -> known.toString();
      case Known.Unknown<Path>(var reason) -> console.texts().text(reason);
    };
  }
}
