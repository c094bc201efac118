package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.VerifyRoute;
import dev.switchyard.domain.probe.VerifyStep;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard verify`: proves where a project's requests go, by sending some.
@Command(name = "verify", description = "${bundle:cli.verify}")
final class VerifyCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "[PROJECT]",
      hideParamSyntax = true,
      description = "${bundle:cli.verify.project}")
  private String project = "";

  @Option(names = "--where-only", description = "${bundle:cli.verify.where-only}")
  private boolean whereOnly;

  @Option(names = "--what-only", description = "${bundle:cli.verify.what-only}")
  private boolean whatOnly;

  @Option(names = "--yes", description = "${bundle:cli.verify.yes}")
  private boolean yes;

  @Option(names = "--cost", description = "${bundle:cli.verify.cost}")
  private boolean cost;

  VerifyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    if (whereOnly && whatOnly) {
      throw new WrongUsage("cli.verify.both");
    }
    var folder = Path.of(project).toAbsolutePath().normalize();
    return cost ? tell(folder) : verify(folder);
  }

  /// What it would mean, and nothing else.
  private int tell(Path folder) throws PortException {
    var prospect = context.useCases().verifyRoute().prospect(folder);
    var answer =
        context
            .answer()
            .put("folder", prospect.route().folder().toString())
            .put("destination", prospect.route().destination().wireName())
            .put("costsMoney", prospect.costsMoney());
    prospect.hazard().ifPresent(reason -> answer.put("refused", reason));
    prospect
        .last()
        .flatMap(proof -> proof.where().toOptional())
        .ifPresent(seen ->
            answer
                .put("lastPromptTokens", seen.promptTokens())
                .put("lastTookMs", seen.took().toMillis()));
    return context.finish(ExitCode.DONE, answer, console -> console.line(prospect.text()));
  }

  private int verify(Path folder) throws PortException {
    var useCase = context.useCases().verifyRoute();
    context.console().note(useCase.prospect(folder).text());
    try (var interruption = context.useCases().listenForInterruption()) {
      var request = new VerifyRoute.Request(folder, !whatOnly, !whereOnly, yes);
      return answer(useCase.verify(request, this::tell, interruption));
    } catch (PortException e) {
      return notAnswered(folder, e);
    }
  }

  private int answer(Proof proof) {
    var answer = context.answer();
    VerifyAnswer.fill(answer, proof);
    int code =
        context.finish(
            proof.proven() ? ExitCode.DONE : ExitCode.NO,
            answer,
            console -> VerifyAnswer.print(console, proof));
    context.learnFromLoads();
    return code;
  }

  private void tell(VerifyStep step) {
    context.console().note(step.text());
  }

  private int notAnswered(Path folder, PortException failure) {
    Message text = failure.text();
    context.console().note(text);
    var answer =
        context
            .answer()
            .put("folder", folder.toString())
            .put("proven", false)
            .put("error", text)
            .unknown("destination", text);
    return context.finish(ExitCode.of(failure.kind()), answer, _ -> {});
  }
}
