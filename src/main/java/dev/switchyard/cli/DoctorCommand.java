package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.Diagnosis;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MendingOrder;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Treat;
import dev.switchyard.domain.doctor.Treatment;
import dev.switchyard.ui.text.DoctorReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `switchyard doctor`: looks for what is wrong, mends it, and takes that back.
@Command(name = "doctor", description = "${bundle:cli.doctor}")
final class DoctorCommand implements Callable<Integer> {
  /// Stands for all checks.
  private static final String EVERYTHING = "all";

  private final CommandContext context;

  @Option(names = "--project", paramLabel = "DIR", description = "${bundle:cli.doctor.project}")
  private Path project = Path.of("");

  @Option(
      names = "--fix",
      arity = "0..1",
      fallbackValue = EVERYTHING,
      paramLabel = "ID",
      description = "${bundle:cli.doctor.fix}")
  private @Nullable String fix;

  @Option(names = "--dry-run", description = "${bundle:cli.doctor.dry-run}")
  private boolean dryRun;

  @Option(names = "--undo", description = "${bundle:cli.doctor.undo}")
  private boolean undo;

  @Option(names = "--all", description = "${bundle:cli.doctor.all}")
  private boolean all;

  @Option(names = "--report", description = "${bundle:cli.doctor.report}")
  private boolean report;

  DoctorCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var id = fix;
    if (undo && id != null || report && (undo || id != null) || dryRun && id == null) {
      throw new WrongUsage("cli.doctor.alone");
    }
    if (undo) {
      return undo();
    }
    if (report) {
      return report();
    }
    if (id == null) {
      return examine();
    }
    return id.equals(EVERYTHING) ? new DoctorFixAll(context, folder()).call(dryRun) : fix(id);
  }

  private Path folder() {
    return project.toAbsolutePath().normalize();
  }

  private int examine() {
    var diagnoses = context.useCases().doctor().examine(folder());
    var answer =
        context
            .answer()
            .put("folder", folder().toString())
            .objects("findings", diagnoses, DoctorAnswer::fill);
    boolean ill = diagnoses.stream().anyMatch(MendingOrder::isWrong);
    return context.finish(
        ill ? ExitCode.NO : ExitCode.DONE,
        answer,
        console -> DoctorAnswer.print(console, diagnoses, all));
  }

  private int report() {
    var useCases = context.useCases();
    var text =
        useCases
            .redaction()
            .of(DoctorReport.of(useCases.versions().read(), useCases.doctor().examine(folder())));
    return context.finish(
        ExitCode.DONE, context.answer().put("report", text), console -> console.plain(text));
  }

  private int fix(String id) throws PortException {
    var diagnosis = diagnose(id);
    var finding = diagnosis.finding();
    if (finding.isEmpty()) {
      return nothing(diagnosis);
    }
    return switch (finding.get().remedy()) {
      case Remedy.ByHand byHand -> byHand(id, finding.get(), byHand);
      case Remedy.Fix one when dryRun -> preview(id, one);
      case Remedy.Fix one -> apply(id, one);
    };
  }

  private Diagnosis diagnose(String id) {
    return context
        .useCases()
        .doctor()
        .examine(folder(), id)
        .orElseThrow(() -> new WrongUsage("cli.doctor.unknown-id", id));
  }

  /// What is not known is not fine either.
  private int nothing(Diagnosis diagnosis) {
    var answer = context.answer().put("id", diagnosis.id()).put("fixed", false);
    answer.object("recheck", one -> DoctorAnswer.fill(one, diagnosis));
    return context.finish(
        ExitCode.DONE, answer, console -> DoctorAnswer.print(console, List.of(diagnosis), true));
  }

  private int byHand(String id, Finding finding, Remedy.ByHand remedy) {
    var answer =
        context
            .answer()
            .put("id", id)
            .put("fixed", false)
            .put("advice", remedy.what())
            .strings("commands", remedy.lines());
    return context.finish(
        ExitCode.REFUSED,
        answer,
        console -> {
          console.line(finding.cause());
          console.line(remedy.what());
          remedy.lines().forEach(line -> console.plain("    " + line));
        });
  }

  private int preview(String id, Remedy.Fix remedy) throws PortException {
    var previews = context.useCases().treat().preview(remedy);
    var answer =
        context
            .answer()
            .put("id", id)
            .put("dryRun", true)
            .put("fixed", false)
            .objects("steps", previews, DoctorAnswer::fill);
    return context.finish(
        ExitCode.DONE,
        answer,
        console -> previews.forEach(preview -> DoctorAnswer.print(console, preview)));
  }

  /// Then the same question again: only its answer says whether it helped.
  private int apply(String id, Remedy.Fix remedy) throws PortException {
    try (var interruption = context.useCases().listenForInterruption()) {
      var treatment =
          context
              .useCases()
              .treat()
              .apply(id, remedy, new ProgressLines(context.console()), interruption);
      var after = diagnose(id);
      boolean fixed = after.finding().isEmpty();
      var done = treatment.done().stream().map(Treatment::text).toList();
      var answer =
          context
              .answer()
              .put("id", id)
              .put("fixed", fixed)
              .messages("done", done)
              .object("recheck", one -> DoctorAnswer.fill(one, after));
      return context.finish(
          fixed ? ExitCode.DONE : ExitCode.NO,
          answer,
          console -> {
            done.forEach(console::line);
            console.line(fixed ? "cli.doctor.fixed" : "cli.doctor.still", after.headline());
            DoctorAnswer.print(console, List.of(after), true);
          });
    }
  }

  private int undo() throws PortException {
    Optional<Treat.Undone> undone =
        context.useCases().treat().undo(new ProgressLines(context.console()));
    var notes = undone.map(Treat.Undone::notes).orElse(List.of());
    notes.forEach(context.console()::note);
    var answer = context.answer().put("undone", undone.isPresent());
    undone.ifPresent(one ->
        answer
            .put("id", one.treatment().id())
            .put("fixedAt", one.treatment().at().toString())
            .messages("steps", one.treatment().done().stream().map(Treatment::text).toList()));
    answer.messages("notes", notes);
    return context.finish(
        undone.isPresent() ? ExitCode.DONE : ExitCode.NO,
        answer,
        console ->
            console.line(
                undone
                    .map(one -> Message.of("cli.doctor.undone", one.treatment().id()))
                    .orElseGet(() -> Message.of("cli.doctor.nothing-to-undo"))));
  }
}
