package dev.switchyard.cli;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.modelfile.BuildVariant;
import dev.switchyard.domain.modelfile.BuiltDifference;
import dev.switchyard.domain.modelfile.Folders;
import dev.switchyard.domain.modelfile.FromValue;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.Problem;
import dev.switchyard.domain.modelfile.VariantSource;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard build`: builds a variant from its saved Modelfile, or with the guide's settings from
/// a base, and saves what was built.
@Command(name = "build", description = "${bundle:cli.build}")
final class BuildCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "${bundle:cli.build.name}")
  private String name = "";

  @Option(names = "--from", paramLabel = "MODEL", description = "${bundle:cli.build.from}")
  private @Nullable String from;

  @Option(
      names = "--context",
      paramLabel = "N",
      converter = Amounts.TokenCount.class,
      description = "${bundle:cli.build.context}")
  private @Nullable Integer contextLength;

  BuildCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var base = from;
    if (base != null && FromValue.of(base) instanceof FromValue.Unusable) {
      throw new WrongUsage("modelfile.error.fromName", base);
    }
    var store = context.useCases().modelfiles();
    var source =
        VariantSource.of(store, name, Optional.ofNullable(from), Optional.ofNullable(contextLength))
            .orElseThrow(() -> new WrongUsage("cli.build.noSource", name));
    var file = store.fileOf(name);
    var result =
        new BuildVariant(context.useCases().server())
            .build(
                name,
                source.modelfile(),
                folders(file),
                new ProgressLines(context.console()),
                Cancellation.NEVER);
    return switch (result) {
      case BuildVariant.Result.Refused refused -> refused(source.modelfile(), refused);
      case BuildVariant.Result.Built built -> {
        store.save(name, source.modelfile(), source.saved());
        yield built(built, file);
      }
    };
  }

  private Folders folders(Path file) {
    var home = context.useCases().home();
    return new Folders(
        Optional.ofNullable(file.getParent()).orElse(home.modelfiles()), home.directory());
  }

  /// Nothing was built and nothing saved: the name or the file cannot be meant so.
  private int refused(Modelfile file, BuildVariant.Result.Refused refused) {
    refused.aboutName().forEach(problem -> context.console().note(problem.text()));
    refused.aboutFile().forEach(problem -> context.console().note(placed(file, problem)));
    var answer =
        context
            .answer()
            .put("model", name)
            .objects("nameProblems", refused.aboutName(), BuildCommand::problem)
            .objects(
                "problems",
                refused.aboutFile(),
                (object, problem) -> problem(object, file, problem));
    return context.finish(ExitCode.USAGE, answer, _ -> {});
  }

  private static Message placed(Modelfile file, Problem problem) {
    return Message.of(
        "cli.build.problem", file.locate(problem.span().start()).line(), problem.text());
  }

  private static void problem(Answer answer, Modelfile file, Problem problem) {
    var place = file.locate(problem.span().start());
    problem(answer.put("line", place.line()).put("column", place.column()), problem);
  }

  private static void problem(Answer answer, Problem problem) {
    answer
        .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
        .put("text", problem.text());
  }

  private int built(BuildVariant.Result.Built built, Path file) {
    var has = Modelfile.parse(built.description().modelfile());
    var answer =
        context
            .answer()
            .put("model", name)
            .put("contextLength", has.contextLength())
            .strings(
                "capabilities",
                built.description().capabilities().stream()
                    .map(Capability::wireName)
                    .sorted()
                    .toList())
            .put("readyForClaudeCode", built.canDriveClaudeCode() && hasRoom(has))
            .put("verified", built.differences().isEmpty())
            .messages(
                "differences", built.differences().stream().map(BuiltDifference::text).toList())
            .messages("warnings", built.warnings().stream().map(Problem::text).toList())
            .put("modelfile", file.toString());
    built.warnings().forEach(problem -> context.console().note(problem.text()));
    built.differences().forEach(difference -> context.console().note(difference.text()));
    var code = built.differences().isEmpty() ? ExitCode.DONE : ExitCode.NO;
    return context.finish(code, answer, console -> console.line("cli.build.done", name, file));
  }

  private static boolean hasRoom(Modelfile built) {
    return built
        .contextLength()
        .filter(length -> length >= ClaudeCodeReadiness.NEEDED_CONTEXT)
        .isPresent();
  }
}
