package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.PullModel;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `switchyard pull`: pulls a model and tells its progress on standard error. Ctrl-C stops it and
/// keeps what has come.
@Command(name = "pull", description = "${bundle:cli.pull}")
final class PullCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "MODEL", description = "${bundle:cli.pull.name}")
  private String typed = "";

  PullCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var name =
        ModelName.parse(typed).orElseThrow(() -> new WrongUsage("models.pull.bad-name", typed));
    var useCases = context.useCases();
    var lines = new PullLines(context.console(), name, useCases.clock());
    // Open until the answer is printed: after Ctrl-C the program ends as soon as it is closed.
    try (var interruption = useCases.listenForInterruption()) {
      try {
        new PullModel(useCases.server(), useCases.freeSpace()).pull(name, lines, interruption);
        return pulled(name);
      } catch (PortException e) {
        if (e.kind() != PortException.Kind.CANCELLED) {
          throw e;
        }
        return stopped(name, lines);
      }
    }
  }

  private int pulled(ModelName name) throws PortException {
    var answer = context.answer().put("model", name.shortText()).put("state", "pulled");
    installed(name).ifPresent(model -> ModelsCommand.fill(answer, model));
    return context.finish(
        ExitCode.DONE, answer, console -> console.line("cli.pull.done", name.shortText()));
  }

  private Optional<InstalledModel> installed(ModelName name) throws PortException {
    return context.useCases().server().installed().stream()
        .filter(model -> model.name().equals(name))
        .findFirst();
  }

  private int stopped(ModelName name, PullLines lines) {
    context.console().note(Message.of("cli.pull.stopped", name.shortText()));
    var answer =
        context
            .answer()
            .put("model", name.shortText())
            .put("state", "stopped")
            .put("completedBytes", lines.completedBytes())
            .put("totalBytes", lines.totalBytes());
    return context.finish(ExitCode.NO, answer, _ -> {});
  }
}
