package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MendAll;
import dev.switchyard.domain.doctor.Preview;
import dev.switchyard.domain.doctor.Remedy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `switchyard doctor --fix` without a name: mends all that can be mended.
final class DoctorFixAll {
  private final CommandContext context;
  private final Path folder;

  DoctorFixAll(CommandContext context, Path folder) {
    this.context = context;
    this.folder = folder;
  }

  int call(boolean dryRun) throws PortException {
    return dryRun ? preview() : mend();
  }

  /// What one fix would do as things are now.
  private record Planned(String id, List<Preview> steps) {}

  private int preview() throws PortException {
    var useCases = context.useCases();
    var planned = new ArrayList<Planned>();
    for (var one : useCases.mendAll().planned(folder)) {
      if (one.finding().map(Finding::remedy).orElseThrow() instanceof Remedy.Fix fix) {
        planned.add(new Planned(one.id(), useCases.treat().preview(fix)));
      }
    }
    var answer =
        context
            .answer()
            .put("folder", folder.toString())
            .put("dryRun", true)
            .put("fixed", false)
            .objects(
                "fixes",
                planned,
                (one, fix) ->
                    one.put("id", fix.id()).objects("steps", fix.steps(), DoctorAnswer::fill));
    return context.finish(ExitCode.DONE, answer, console -> print(console, planned));
  }

  private static void print(Console console, List<Planned> planned) {
    for (var one : planned) {
      console.line("cli.doctor.would-mend", one.id());
      one.steps().forEach(preview -> DoctorAnswer.print(console, preview));
      console.plain("");
    }
    console.line("cli.doctor.would-look-again", planned.size());
  }

  private int mend() throws PortException {
    var useCases = context.useCases();
    try (var interruption = useCases.listenForInterruption()) {
      var result =
          useCases
              .mendAll()
              .mend(
                  folder,
                  one -> context.console().note(one.title()),
                  new ProgressLines(context.console()),
                  interruption);
      var answer =
          context
              .answer()
              .put("folder", folder.toString())
              .put("fixed", result.isWell())
              .objects("fixes", result.attempts(), DoctorFixAll::fill)
              .objects("findings", result.after(), DoctorAnswer::fill);
      return context.finish(
          result.isWell() ? ExitCode.DONE : ExitCode.NO, answer, console -> print(console, result));
    }
  }

  private static void fill(Answer answer, MendAll.Attempt attempt) {
    answer
        .put("id", attempt.found().id())
        .put("fixed", attempt.mended())
        .messages("done", attempt.done());
    attempt.failure().ifPresent(why -> answer.put("error", why));
  }

  private static void print(Console console, MendAll.Result result) {
    for (var one : result.attempts()) {
      one.done().forEach(console::line);
      one.failure().ifPresent(console::line);
      if (one.mended()) {
        console.line("cli.doctor.fixed", one.found().title());
      } else {
        console.line("cli.doctor.still", one.found().headline());
      }
    }
    DoctorAnswer.print(console, result.after(), false);
    console.line(ending(result), result.attempts().size());
  }

  private static String ending(MendAll.Result result) {
    if (!result.isWell()) {
      return "cli.doctor.left";
    }
    return result.attempts().isEmpty() ? "cli.doctor.nothing-to-mend" : "cli.doctor.all-mended";
  }
}
