package dev.switchyard.cli;

import dev.switchyard.cli.manual.Completion;
import dev.switchyard.domain.PortException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `switchyard completion`: what a shell reads to complete the words of these commands.
@Command(name = CompletionCommand.NAME, description = "${bundle:cli.completion}")
final class CompletionCommand implements Callable<Integer> {
  /// Asked for by the completions themselves.
  private static final String MODELS = "models";

  static final String NAME = "completion";

  private final CommandContext context;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh|fish", description = "${bundle:cli.completion.shell}")
  private String shell = "";

  CompletionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (shell.equals(MODELS)) {
      models();
      return ExitCode.DONE.number();
    }
    var program = HelpTexts.described(Objects.requireNonNull(spec), context.console().texts());
    var completion =
        Completion.parse(shell)
            .orElseThrow(() -> new WrongUsage("cli.completion.unknown", shell, shells()));
    context.console().plain(completion.of(program).stripTrailing());
    return ExitCode.DONE.number();
  }

  private void models() {
    try {
      for (var model : context.useCases().server().installed()) {
        context.console().plain(model.name().shortText());
      }
    } catch (PortException _) {
      // Where the server is away, a shell has nothing to offer, and nobody wants to read why.
    }
  }

  private static String shells() {
    return Completion.ALL.stream().map(Completion::shell).collect(Collectors.joining(", "));
  }
}
