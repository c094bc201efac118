package dev.switchyard.cli;

import dev.switchyard.cli.manual.ManualPage;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `switchyard manual`: the manual page, for the packages.
@Command(name = ManualCommand.NAME, hidden = true, description = "${bundle:cli.manual}")
final class ManualCommand implements Callable<Integer> {
  static final String NAME = "manual";

  private final CommandContext context;

  @Spec private @Nullable CommandSpec spec;

  ManualCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var program = HelpTexts.described(Objects.requireNonNull(spec), context.console().texts());
    var version = context.useCases().inventory().build().version();
    var page = ManualPage.of(program, version, context.console().texts()::text);
    context.console().plain(page.stripTrailing());
    return ExitCode.DONE.number();
  }
}
