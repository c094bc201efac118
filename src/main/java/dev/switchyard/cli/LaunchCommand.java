package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.LaunchRequest;
import dev.switchyard.domain.launch.preflight.LaunchWarning;
import dev.switchyard.domain.launch.shell.Shell;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.LocalOnce;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `switchyard launch`: starts Claude Code in a terminal, or prints the line that would.
@Command(
    name = "launch",
    description = "${bundle:cli.launch}",
    footer = {"", "${bundle:cli.launch.guide}"})
final class LaunchCommand implements Callable<Integer> {
  private final CommandContext context;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "[PROJECT] [-- ARGS]",
      hideParamSyntax = true,
      description = "${bundle:cli.launch.words}")
  private List<String> words = new ArrayList<>();

  @Option(names = "--terminal", paramLabel = "ID", description = "${bundle:cli.launch.terminal}")
  private @Nullable String terminal;

  @Option(names = "--print", description = "${bundle:cli.launch.print}")
  private boolean print;

  @Option(names = "--shell", paramLabel = "SHELL", description = "${bundle:cli.launch.shell}")
  private @Nullable String shell;

  @Option(
      names = "--local-once",
      paramLabel = "MODEL",
      description = "${bundle:cli.launch.local-once}")
  private @Nullable String localModel;

  @Option(
      names = "--context",
      paramLabel = "N",
      converter = Amounts.TokenCount.class,
      description = "${bundle:cli.launch.context}")
  private @Nullable Integer contextTokens;

  @Option(names = "--endpoint", paramLabel = "NAME", description = "${bundle:cli.launch.endpoint}")
  private @Nullable String endpoint;

  @Mixin private final OptionFlags options = new OptionFlags();

  @Option(names = "--anyway", description = "${bundle:cli.launch.anyway}")
  private boolean anyway;

  LaunchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var request = new LaunchRequest(folder(), task());
    return print ? print(request) : launch(request);
  }

  private LaunchRequest.Task task() throws PortException {
    if (localModel == null) {
      if (contextTokens != null || endpoint != null || !options.named().levels().isEmpty()) {
        throw new WrongUsage("cli.launch.only-once");
      }
      return new LaunchRequest.Task.Session(arguments());
    }
    var plan =
        localOnce().plan(folder(), localModel, Optional.ofNullable(contextTokens), options.named());
    plan.notes().forEach(context.console()::note);
    return new LaunchRequest.Task.LocalOnce(plan.settings(), plan.model(), arguments());
  }

  private LocalOnce localOnce() throws PortException {
    var useCases = context.useCases();
    return endpoint == null
        ? useCases.localOnce()
        : useCases.localOnce(useCases.localTargets(useCases.endpoints().named(endpoint)));
  }

  private int print(LaunchRequest request) throws PortException {
    context.console().plain(context.useCases().launcher().line(request, shell()));
    return ExitCode.DONE.number();
  }

  private int launch(LaunchRequest request) throws PortException {
    var launcher = context.useCases().launcher();
    var preferences = context.useCases().savedPreferences();
    var wanted = Optional.ofNullable(terminal);
    var warnings = launcher.check(request, wanted, preferences, Optional.empty());
    for (var warning : warnings) {
      context.console().note(warning.text());
      context.console().note(warning.advice());
    }
    var hindrance = hindrance(warnings);
    hindrance.ifPresent(_ -> context.console().note(refusal(warnings)));
    var answer = context.answer();
    answer.put("launched", hindrance.isEmpty());
    if (hindrance.isEmpty()) {
      answer.put("script", launcher.open(request, wanted, preferences).toString());
    }
    answer.objects("warnings", warnings, LaunchCommand::fill);
    int code = context.finish(hindrance.orElse(ExitCode.DONE), answer, _ -> {});
    context.learnFromLoads();
    return code;
  }

  /// What keeps the launch from being done; errors that would only make it fail later can be passed
  /// over.
  private Optional<ExitCode> hindrance(List<LaunchWarning> warnings) {
    return warnings.stream()
        .filter(warning -> warning.severity() == Severity.ERROR)
        .filter(warning -> warning.prevents() || !anyway)
        .findFirst()
        .map(warning ->
            switch (warning.id()) {
              case "folder-gone" -> ExitCode.USAGE;
              case "no-claude", "no-terminal", "server-down" -> ExitCode.UNREACHABLE;
              default -> ExitCode.REFUSED;
            });
  }

  private static Message refusal(List<LaunchWarning> warnings) {
    boolean prevented = warnings.stream().anyMatch(LaunchWarning::prevents);
    return Message.of(prevented ? "cli.launch.prevented" : "cli.launch.refused");
  }

  private static void fill(Answer answer, LaunchWarning warning) {
    answer
        .put("id", warning.id())
        .put("severity", warning.severity().name().toLowerCase(Locale.ROOT))
        .put("text", warning.text())
        .put("advice", warning.advice());
  }

  private Path folder() {
    var before = words.subList(0, words.size() - arguments().size());
    if (before.size() > 1) {
      throw new WrongUsage("cli.launch.unknown-word", before.get(1));
    }
    return Path.of(before.isEmpty() ? "" : before.getFirst()).toAbsolutePath().normalize();
  }

  /// What stands after `--` belongs to Claude Code, whatever it looks like.
  private List<String> arguments() {
    var all = Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs();
    int end = all.indexOf("--");
    return end < 0 ? List.of() : all.subList(end + 1, all.size());
  }

  private Shell shell() {
    var id = shell;
    return id == null
        ? Shells.usual(context.useCases().surroundings())
        : Shells.parse(id).orElseThrow(() -> new WrongUsage("cli.shell.unknown", id));
  }
}
