package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.domain.route.LocalEnvironment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard env`: the variables of a local route, as lines for a shell.
@Command(name = "env", description = "${bundle:cli.env}")
final class EnvCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT",
      defaultValue = "",
      description = "${bundle:cli.env.project}")
  private String project = "";

  @Option(
      names = "--shell",
      required = true,
      paramLabel = "SHELL",
      description = "${bundle:cli.env.shell}")
  private String shell = "";

  @Option(names = "--model", paramLabel = "MODEL", description = "${bundle:cli.env.model}")
  private @Nullable String model;

  @Option(
      names = "--context",
      paramLabel = "N",
      converter = Amounts.TokenCount.class,
      description = "${bundle:cli.env.context}")
  private @Nullable Integer contextLength;

  @Mixin private final OptionFlags options = new OptionFlags();

  EnvCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var dialect = Shells.parse(shell).orElseThrow(() -> new WrongUsage("cli.shell.unknown", shell));
    variables().forEach((name, value) -> context.console().plain(dialect.export(name, value)));
    return ExitCode.DONE.number();
  }

  private Map<String, String> variables() throws PortException {
    var useCases = context.useCases();
    var folder = Path.of(project).toAbsolutePath().normalize();
    try {
      var proposal =
          useCases
              .localTargets()
              .propose(folder, Optional.ofNullable(model), Optional.ofNullable(contextLength));
      proposal.notes().forEach(context.console()::note);
      return LocalEnvironment.of(
          proposal.target().with(options.named()), useCases.surroundings().environment());
    } catch (PortException e) {
      if (e.kind() != PortException.Kind.MISSING) {
        throw e;
      }
      // No model is routed or named: the guide's three variables are right for each of them.
      return LocalEnvironment.withoutModel(useCases.server().url().toString());
    }
  }
}
