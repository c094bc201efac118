package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.domain.route.LocalEnvironment;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
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

  @Option(names = "--endpoint", paramLabel = "NAME", description = "${bundle:cli.route.endpoint}")
  private @Nullable String endpoint;

  @Mixin private final OptionFlags options = new OptionFlags();

  EnvCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var dialect = Shells.parse(shell).orElseThrow(() -> new WrongUsage("cli.shell.unknown", shell));
    var proposal = proposal();
    var source = proposal.flatMap(EnvCommand::tokenVariable);
    for (var entry : variables(proposal).entrySet()) {
      boolean isToken = entry.getKey().equals("ANTHROPIC_AUTH_TOKEN");
      context
          .console()
          .plain(
              source
                  .filter(_ -> isToken)
                  .map(name -> dialect.exportCopy(entry.getKey(), name))
                  .orElseGet(() -> dialect.export(entry.getKey(), entry.getValue())));
    }
    return ExitCode.DONE.number();
  }

  /// The token itself is never written: the shell takes it from where it is.
  private static Optional<String> tokenVariable(LocalTarget target) {
    return target
        .endpoint()
        .map(endpoint -> endpoint.profile().token())
        .flatMap(source ->
            source instanceof TokenSource.Variable(var name)
                ? Optional.of(name)
                : Optional.<String>empty());
  }

  /// Empty where no model is routed or named.
  private Optional<LocalTarget> proposal() throws PortException {
    var useCases = context.useCases();
    var folder = Path.of(project).toAbsolutePath().normalize();
    var targets =
        endpoint == null
            ? useCases.localTargets()
            : useCases.localTargets(useCases.endpoints().named(endpoint));
    try {
      var proposal =
          targets.propose(folder, Optional.ofNullable(model), Optional.ofNullable(contextLength));
      proposal.notes().forEach(context.console()::note);
      var target = proposal.target().with(options.named());
      refuseCommand(target);
      return Optional.of(target);
    } catch (PortException e) {
      if (e.kind() != PortException.Kind.MISSING || endpoint != null) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /// Claude Code takes a command's output from its settings alone.
  private static void refuseCommand(LocalTarget target) throws PortException {
    var commanded =
        target.endpoint().filter(one -> one.profile().token() instanceof TokenSource.Command);
    if (commanded.isPresent()) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("cli.env.token-command", commanded.get().name()));
    }
  }

  private Map<String, String> variables(Optional<LocalTarget> proposal) {
    var useCases = context.useCases();
    return proposal
        .map(target -> LocalEnvironment.of(target, useCases.surroundings().environment()))
        // The guide's three variables are right for every model.
        .orElseGet(() -> LocalEnvironment.withoutModel(useCases.server().url().toString()));
  }
}
