package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.team.Consent;
import dev.switchyard.domain.team.TeamFile;
import dev.switchyard.domain.team.TeamReview;
import dev.switchyard.domain.team.TeamSetup;
import dev.switchyard.domain.team.TeamSharing;
import dev.switchyard.domain.team.TokenUse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard import`: shows what a shared file would change, and takes it over once that was
/// agreed to.
@Command(name = "import", description = "${bundle:cli.import}")
final class ImportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "[FILE|-]",
      hideParamSyntax = true,
      description = "${bundle:cli.import.file}")
  private @Nullable String file;

  @Option(names = "--project", paramLabel = "DIR", description = "${bundle:cli.import.project}")
  private @Nullable Path project;

  @Option(names = "--scope", paramLabel = "SCOPE", description = "${bundle:cli.import.scope}")
  private @Nullable String scope;

  @Option(names = "--dry-run", description = "${bundle:cli.import.dry-run}")
  private boolean dryRun;

  @Option(names = "--yes", description = "${bundle:cli.import.yes}")
  private boolean yes;

  @Option(names = "--replace", description = "${bundle:cli.import.replace}")
  private boolean replace;

  @Option(names = "--allow-commands", description = "${bundle:cli.import.allow-commands}")
  private boolean allowCommands;

  @Option(names = "--allow-variables", description = "${bundle:cli.import.allow-variables}")
  private boolean allowVariables;

  @Option(names = "--build", description = "${bundle:cli.import.build}")
  private boolean build;

  @Option(names = "--undo", description = "${bundle:cli.import.undo}")
  private boolean undo;

  ImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    if (yes && dryRun) {
      throw new WrongUsage("cli.import.yes-or-not");
    }
    var sharing = context.useCases().team();
    if (undo) {
      return undo(sharing);
    }
    var setup = read(sharing);
    var review = sharing.imports().review(setup, folder(), chosenScope());
    var missing = review.missing(consent(review));
    if (!yes && !review.changesNothing()) {
      return shown(review, missing);
    }
    if (!missing.isEmpty()) {
      missing.forEach(context.console()::note);
      return finish(ExitCode.REFUSED, answer(review, false).messages("missing", missing), review);
    }
    sharing.imports().apply(review, consent(review));
    return applied(sharing, review);
  }

  private Consent consent(TeamReview review) {
    var kinds = EnumSet.noneOf(TokenUse.Kind.class);
    if (allowCommands) {
      kinds.add(TokenUse.Kind.COMMAND);
    }
    if (allowVariables) {
      kinds.add(TokenUse.Kind.VARIABLE);
    }
    return Consent.of(replace, kinds, review);
  }

  private TeamSetup read(TeamSharing sharing) throws PortException {
    if (!"-".equals(file)) {
      return sharing.read(path());
    }
    return TeamFile.read(StandardInput.read(TeamFile.LARGEST + 1));
  }

  private Path path() {
    return file == null
        ? Optional.ofNullable(project).orElse(Path.of("")).toAbsolutePath().resolve(TeamFile.NAME)
        : Path.of(file).toAbsolutePath().normalize();
  }

  private Optional<Path> folder() {
    return Optional.ofNullable(project)
        .map(path -> path.toAbsolutePath().normalize())
        .or(() -> "-".equals(file) ? Optional.empty() : TeamSharing.projectOf(path()));
  }

  private Optional<Scope> chosenScope() {
    if (scope == null) {
      return Optional.empty();
    }
    return List.of(Scope.LOCAL, Scope.PROJECT).stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(scope))
        .findFirst()
        .or(() -> {
          throw new WrongUsage("cli.import.unknown-scope", String.valueOf(scope));
        });
  }

  /// Nothing was changed: that is what exit code 1 says where the person did not ask for a look
  /// only.
  private int shown(TeamReview review, List<Message> missing) {
    var next = next(review);
    var answer = answer(review, false).messages("missing", missing).put("next", next);
    return context.finish(
        dryRun ? ExitCode.DONE : ExitCode.NO,
        answer,
        console -> {
          TeamAnswer.print(console, review);
          missing.forEach(console::line);
          console.line("cli.import.next");
          console.plain("  " + next);
        });
  }

  /// The command that does what was shown.
  private String next(TeamReview review) {
    var line = new StringBuilder("switchyard import");
    if (file != null) {
      line.append(' ').append(TeamAnswer.quoted(file));
    }
    if (project != null) {
      line.append(" --project ").append(TeamAnswer.quoted(project.toString()));
    }
    if (scope != null) {
      line.append(" --scope ").append(scope);
    }
    line.append(" --yes");
    if (!review.conflicts().isEmpty()) {
      line.append(" --replace");
    }
    review.tokenUses().stream()
        .flatMap(item -> item.newTokenUse().stream())
        .map(TokenUse::kind)
        .distinct()
        .sorted()
        .forEach(kind -> line.append(" --allow-").append(kind.id()).append('s'));
    return line.toString();
  }

  private int applied(TeamSharing sharing, TeamReview review) throws PortException {
    var answer = answer(review, !review.changesNothing());
    var builds = new ImportBuilds(context, sharing.builds());
    var code = builds.finish(answer, review.setup(), build);
    return context.finish(
        code,
        answer,
        console -> {
          if (review.changesNothing()) {
            console.line("cli.import.nothing");
          } else {
            TeamAnswer.print(console, review);
            console.line("cli.import.done");
          }
          builds.print(console);
        });
  }

  private int finish(ExitCode code, Answer answer, TeamReview review) {
    return context.finish(code, answer, console -> TeamAnswer.print(console, review));
  }

  private Answer answer(TeamReview review, boolean applied) {
    var answer = context.answer().put("applied", applied);
    TeamAnswer.fill(answer, review);
    return answer;
  }

  private int undo(TeamSharing sharing) throws PortException {
    var notes = sharing.imports().undo();
    notes.ifPresent(all -> all.forEach(context.console()::note));
    var answer =
        context
            .answer()
            .put("undone", notes.isPresent())
            .messages("notes", notes.orElse(List.of()));
    return context.finish(
        notes.isPresent() ? ExitCode.DONE : ExitCode.NO,
        answer,
        console ->
            console.line(notes.isPresent() ? "cli.import.undone" : "cli.import.nothing-undone"));
  }
}
