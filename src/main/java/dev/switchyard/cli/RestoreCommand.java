package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.SettingsHistory.RestorePlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard restore`: brings an earlier version of a settings file back.
@Command(name = "restore", description = "${bundle:cli.restore}")
final class RestoreCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(arity = "1", paramLabel = "FILE", description = "${bundle:cli.restore.file}")
  private Path file = Path.of("");

  @Option(names = "--version", paramLabel = "N|ID", description = "${bundle:cli.restore.version}")
  private @Nullable String version;

  @Option(names = "--print", description = "${bundle:cli.restore.print}")
  private boolean print;

  RestoreCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var history = context.useCases().settingsHistory();
    var plan = history.plan(file.toAbsolutePath().normalize(), Optional.ofNullable(version));
    if (!print) {
      history.apply(plan);
    }
    plan.notes().forEach(context.console()::note);
    var answer = context.answer().put("file", plan.version().file().toString());
    answer
        .object("version", entry -> HistoryCommand.fill(entry, plan.version()))
        .put("restored", !print)
        .put("changed", !plan.change().changesNothing())
        .messages("notes", plan.notes());
    return context.finish(ExitCode.DONE, answer, console -> show(console, plan));
  }

  private void show(Console console, RestorePlan plan) {
    if (plan.change().changesNothing()) {
      console.line("cli.restore.nothing", plan.change().file().toString());
      return;
    }
    ChangeAnswer.printDifference(console, plan.change());
    console.line(
        print ? "cli.restore.would" : "cli.restore.done",
        plan.change().file().toString(),
        plan.version().id());
  }
}
