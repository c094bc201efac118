package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Finding;
import dev.switchyard.domain.capability.HeldReports;
import dev.switchyard.domain.capability.ProvenReadiness;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.model.ModelName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard probe`: asks the server for everything that Claude Code may want of a model.
@Command(name = "probe", description = "${bundle:cli.probe}")
final class ProbeCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "MODEL", description = "${bundle:cli.probe.model}")
  private String typed = "";

  @Option(names = "--last", description = "${bundle:cli.probe.last}")
  private boolean last;

  @Option(names = "--evidence", description = "${bundle:cli.probe.evidence}")
  private boolean evidence;

  ProbeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var name =
        ModelName.parse(typed).orElseThrow(() -> new WrongUsage("models.pull.bad-name", typed));
    return last ? tellLast(name) : probe(name);
  }

  private int probe(ModelName name) throws PortException {
    var useCases = context.useCases();
    try (var interruption = useCases.listenForInterruption()) {
      return finish(useCases.probeModel().probe(useCases.server(), name, this::tell, interruption));
    }
  }

  private void tell(Finding finding) {
    context
        .console()
        .note(
            Message.of(
                "cli.probe.line",
                finding.probe(),
                Message.of("capability.verdict." + finding.verdict().wireName())));
  }

  private int tellLast(ModelName name) throws PortException {
    var server = context.useCases().server();
    var reports = new HeldReports(context.useCases().capabilityReports(), server);
    var model =
        server.installed().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new WrongUsage("capability.no-model", name.shortText()));
    return switch (reports.of(model)) {
      case Known.Value<Report>(var report) -> finish(report);
      case Known.Unknown<Report>(var reason) -> {
        var answer = context.answer().put("model", name.shortText());
        ProbeAnswer.unknownReadiness(answer, reason);
        yield context.finish(ExitCode.NO, answer, console -> console.line(reason));
      }
    };
  }

  private int finish(Report report) {
    var readiness = ProvenReadiness.of(report);
    var answer = context.answer();
    ProbeAnswer.fill(answer, report, readiness);
    return context.finish(
        readiness.isReady() ? ExitCode.DONE : ExitCode.NO,
        answer,
        console -> ProbeAnswer.print(console, report, readiness, evidence));
  }
}
