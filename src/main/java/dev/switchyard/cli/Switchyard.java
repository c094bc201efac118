package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.about.Inventory;
import dev.switchyard.domain.log.Crash;
import dev.switchyard.domain.log.StackText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The command `switchyard`: with a subcommand the command line, without one the window.
public final class Switchyard {
  /// The commands, one row each, in the order in which the help names them.
  private static final List<Row> COMMANDS =
      List.of(
          Row.plain("status", "${bundle:cli.status}", StatusCommand::new),
          Row.plain("models", "${bundle:cli.models}", ModelsCommand::new),
          new Row("catalogue", CatalogueCommand::new),
          new Row("pull", PullCommand::new),
          new Row("fit", FitCommand::new),
          new Row("build", BuildCommand::new),
          new Row("route", RouteCommand::new),
          Row.plain("undo", "${bundle:cli.undo}", UndoCommand::new),
          new Row("history", HistoryCommand::new),
          new Row("restore", RestoreCommand::new),
          new Row("verify", VerifyCommand::new),
          new Row("context", ContextCommand::new),
          new Row("bench", BenchCommand::new),
          new Row("probe", ProbeCommand::new),
          new Row("endpoint", EndpointCommand::new),
          new Row("local-only", LocalOnlyCommand::new),
          new Row("export", ExportCommand::new),
          new Row("import", ImportCommand::new),
          new Row("usage", UsageCommand::new),
          new Row("sessions", SessionsCommand::new),
          new Row("doctor", DoctorCommand::new),
          new Row("launch", LaunchCommand::new),
          new Row("env", EnvCommand::new),
          new Row("version", VersionCommand::new),
          new Row(CompletionCommand.NAME, CompletionCommand::new),
          new Row(ManualCommand.NAME, ManualCommand::new));

  /// They tell of all commands.
  private static final Set<String> OF_ALL = Set.of(CompletionCommand.NAME, ManualCommand.NAME);

  /// They ask no server, or several.
  private static final Set<String> WITHOUT_SERVER =
      Set.of("endpoint", "import", "undo", "history", "restore", "sessions", "version");

  private record Row(String name, Function<CommandContext, Object> command) {
    /// Nothing of it has to be read from annotations, which takes longer than to run it.
    static Row plain(
        String name, String summary, Function<CommandContext, Callable<Integer>> command) {
      return new Row(name, context -> described(name, summary, command.apply(context)));
    }
  }

  private Switchyard() {}

  /// Runs one command line to its end and returns the exit code.
  ///
  /// @param wiring builds what the commands work with
  /// @param window opens the window and returns when it is closed
  public static int run(
      List<String> arguments,
      Function<StartOptions, ? extends UseCases> wiring,
      Callable<Integer> window,
      Console console) {
    try (var context = new CommandContext(new StartOptions(), wiring, console)) {
      try {
        // Nothing to parse: the window need not wait for the command line to be put together.
        return arguments.isEmpty()
            ? window(context, window)
            : commandLine(context, window, arguments).execute(arguments.toArray(String[]::new));
      } catch (Error e) {
        // picocli hands on exceptions only.
        return broken(context, e);
      }
    }
  }

  /// Those that the arguments may call: where they begin with a command's name, it alone. To read
  /// all commands' options takes longer than most commands do.
  private static List<Function<CommandContext, Object>> commands(List<String> arguments) {
    var first = arguments.getFirst();
    var called = COMMANDS.stream().filter(row -> row.name().equals(first)).toList();
    return (called.isEmpty() || OF_ALL.contains(first) ? COMMANDS : called)
        .stream().map(Row::command).toList();
  }

  private static int window(CommandContext context, Callable<Integer> window) {
    try {
      return window.call();
    } catch (Exception e) {
      return failed(context, e);
    }
  }

  private static CommandLine commandLine(
      CommandContext context, Callable<Integer> window, List<String> arguments) {
    var console = context.console();
    var line = new CommandLine(root(context, window));
    commands(arguments).forEach(command -> line.addSubcommand(command.apply(context)));
    addHelp(line.getCommandSpec());
    line.getSubcommands().values().forEach(command -> addHelp(command.getCommandSpec()));
    context.options().addEndpointTo(line.getCommandSpec());
    line.getSubcommands().entrySet().stream()
        .filter(command -> !WITHOUT_SERVER.contains(command.getKey()))
        .forEach(command -> context.options().addEndpointTo(command.getValue().getCommandSpec()));
    // What a person hands on to Claude Code may begin with @ and is no file of ours.
    line.setExpandAtFiles(false);
    line.setOut(new PrintWriter(console.out(), true, console.out().charset()));
    line.setErr(new PrintWriter(console.err(), true, console.err().charset()));
    setVersion(line, context);
    line.setExecutionStrategy(parsed -> executed(line, context, parsed));
    line.setParameterExceptionHandler(new UsageErrors(console.texts()));
    line.setExecutionExceptionHandler((failure, _, _) -> failed(context, failure));
    return line;
  }

  private static CommandSpec root(CommandContext context, Callable<Integer> window) {
    var root =
        described("switchyard", "${bundle:cli.switchyard}", window).scopeType(ScopeType.INHERIT);
    root.usageMessage().synopsisSubcommandLabel("[COMMAND]");
    context.addTo(root);
    return root;
  }

  private static CommandSpec described(String name, String summary, Callable<Integer> command) {
    var spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage().description(summary);
    return spec;
  }

  /// Every command has these but where it has an option of that name, as `restore --version`.
  private static void addHelp(CommandSpec command) {
    command.addOption(
        help("-h", "--help").usageHelp(true).description("${bundle:cli.option.help}").build());
    if (command.findOption("--version") == null) {
      command.addOption(
          help("-V", "--version")
              .versionHelp(true)
              .description("${bundle:cli.option.version}")
              .build());
    }
  }

  private static OptionSpec.Builder help(String... names) {
    return OptionSpec.builder(names).type(boolean.class);
  }

  private static int failed(CommandContext context, Exception failure) {
    return switch (failure) {
      case PortException expected -> ended(context, ExitCode.of(expected.kind()), expected.text());
      case WrongUsage usage -> ended(context, ExitCode.USAGE, usage.text());
      default -> broken(context, failure);
    };
  }

  private static int broken(CommandContext context, Throwable bug) {
    var crash = context.crash(bug);
    if (context.showsBugs()) {
      context.console().err().println(crash.map(Crash::report).orElseGet(() -> StackText.of(bug)));
    }
    var summary = crash.map(Crash::summary).orElseGet(bug::toString);
    return ended(context, ExitCode.NO, bug(summary, crash.flatMap(Crash::file)));
  }

  /// What a person is told of a mistake of the program's own.
  ///
  /// @param report where it was written down
  public static Message bug(String summary, Optional<Path> report) {
    return report
        .map(file -> Message.of("cli.bug", summary, file.toString()))
        .orElseGet(() -> Message.of("cli.bug.not-kept", summary));
  }

  private static int ended(CommandContext context, ExitCode code, Message text) {
    context.console().note(text);
    return context.finish(code, context.answer().put("error", text), _ -> {});
  }

  private static void setVersion(CommandLine line, CommandContext context) {
    line.getCommandSpec().versionProvider(() -> version(context.useCases().inventory()));
    line.getSubcommands().values().forEach(command -> setVersion(command, context));
  }

  private static String[] version(Inventory inventory) {
    var lines = new ArrayList<String>();
    lines.add(("switchyard " + inventory.build()).strip());
    inventory.facts().forEach(fact -> lines.add(fact.id() + " " + fact.value()));
    return lines.toArray(String[]::new);
  }

  /// picocli prints a version as text alone.
  private static int executed(CommandLine line, CommandContext context, ParseResult parsed) {
    boolean asksVersion =
        parsed.asCommandLineList().stream().anyMatch(CommandLine::isVersionHelpRequested);
    if (asksVersion && context.json()) {
      var inventory = context.useCases().inventory();
      var answer = VersionCommand.answer(context.answer(), inventory.build(), inventory.facts());
      return context.finish(ExitCode.DONE, answer, _ -> {});
    }
    if (HelpTexts.isWanted(parsed)) {
      HelpTexts.show(line, context.console().texts());
    }
    if (context.options().endpoint().isPresent() && !HelpTexts.isWanted(parsed)) {
      try {
        context.checkEndpoint();
      } catch (PortException | WrongUsage wrong) {
        return failed(context, wrong);
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }
}
