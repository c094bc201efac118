package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.localonly.LocalOnly;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard local-only`: projects whose requests may reach this machine and named hosts only.
@Command(name = "local-only", description = "${bundle:cli.local-only}")
final class LocalOnlyCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..2",
      paramLabel = "[on|off|status] [PROJECT]",
      hideParamSyntax = true,
      description = "${bundle:cli.local-only.words}")
  private List<String> words = new ArrayList<>();

  @Option(names = "--allow", paramLabel = "HOST", description = "${bundle:cli.local-only.allow}")
  private List<String> hosts = new ArrayList<>();

  @Option(names = "--all", description = "${bundle:cli.local-only.all}")
  private boolean everywhere;

  LocalOnlyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var action = words.isEmpty() ? "status" : words.getFirst();
    if (!action.equals("on") && !hosts.isEmpty()) {
      throw new WrongUsage("cli.local-only.only-on");
    }
    if (everywhere && words.size() > 1) {
      throw new WrongUsage("cli.local-only.all-alone");
    }
    return switch (action) {
      case "status" -> finish(ExitCode.DONE);
      case "on" -> set(Optional.of(LocalOnly.allowing(hosts)));
      case "off" -> set(Optional.empty());
      default -> throw new WrongUsage("cli.local-only.action", action);
    };
  }

  private int set(Optional<LocalOnly> rule) throws PortException {
    var projects = context.useCases().localOnly();
    if (everywhere) {
      projects.setEverywhere(rule);
    } else {
      projects.set(folder(), rule);
    }
    return finish(breach().isPresent() ? ExitCode.NO : ExitCode.DONE);
  }

  private int finish(ExitCode code) throws PortException {
    var rule =
        everywhere
            ? context.useCases().localOnly().everywhere()
            : context.useCases().localOnly().of(folder());
    var breach = breach();
    var answer = context.answer();
    if (everywhere) {
      answer.put("everywhere", true);
    } else {
      answer.put("folder", folder().toString());
    }
    answer
        .put("localOnly", rule.isPresent())
        .strings("hosts", rule.map(LocalOnly::hosts).orElse(List.of()));
    breach.ifPresent(reason -> answer.put("breach", reason));
    return context.finish(
        code,
        answer,
        console -> {
          console.line(sentence(rule));
          breach.ifPresent(console::line);
        });
  }

  private Message sentence(Optional<LocalOnly> rule) {
    Object place = everywhere ? Message.of("cli.local-only.everywhere") : folder().toString();
    return rule.map(one ->
            one.hosts().isEmpty()
                ? Message.of("cli.local-only.machine", place)
                : Message.of("cli.local-only.hosts", place, String.join(", ", one.hosts())))
        .orElseGet(() -> Message.of("cli.local-only.none", place));
  }

  /// What breaks it now.
  private Optional<Message> breach() throws PortException {
    var routes = context.useCases().routes();
    return (everywhere ? routes.readDefault() : routes.read(folder())).forbidden();
  }

  private Path folder() {
    return Path.of(words.size() < 2 ? "" : words.get(1)).toAbsolutePath().normalize();
  }
}
