package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.log.Crash;
import dev.switchyard.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;

/// What every command is given: the shared options, the use cases, and the way to answer.
public final class CommandContext implements AutoCloseable {
  private final StartOptions options;
  private final Function<StartOptions, ? extends UseCases> wiring;
  private final Console console;
  private @Nullable UseCases useCases;

  private boolean json;
  private boolean stacktrace;

  public CommandContext(
      StartOptions options, Function<StartOptions, ? extends UseCases> wiring, Console console) {
    this.options = options;
    this.wiring = wiring;
    this.console = console;
  }

  /// Has picocli read, for a command and those below it, what every command is told.
  void addTo(CommandSpec command) {
    options.addTo(command);
    command
        .addOption(
            PlainOption.flag("--json", value -> json = value)
                .scopeType(ScopeType.INHERIT)
                .description("${bundle:cli.option.json}")
                .build())
        .addOption(
            PlainOption.flag("--stacktrace", value -> stacktrace = value)
                .scopeType(ScopeType.INHERIT)
                .description("${bundle:cli.option.stacktrace}")
                .build());
  }

  /// Built at the first call, when the options have been read.
  public UseCases useCases() {
    var built = useCases;
    if (built == null) {
      noteStrippedV1();
      built = wiring.apply(options);
      useCases = built;
    }
    return built;
  }

  private void noteStrippedV1() {
    if (options.ollama().filter(EndpointUrl::strippedV1).isPresent()) {
      console.note(Message.of("settings.server.stripped"));
    }
  }

  /// Whether the endpoint that was named can stand for the server.
  ///
  /// @throws PortException where it cannot be read which ones there are
  void checkEndpoint() throws PortException {
    if (options.ollama().isPresent()) {
      throw new WrongUsage("cli.usage.endpoint-or-ollama");
    }
    var name = options.endpoint().orElseThrow();
    if (useCases().endpoints().all().stream().noneMatch(one -> one.name().equals(name))) {
      throw new WrongUsage("endpoint.profile.missing", name);
    }
  }

  public Console console() {
    return console;
  }

  public StartOptions options() {
    return options;
  }

  /// An empty answer to be filled for [#finish]. Its texts are English in every language, so that a
  /// script reads the same everywhere.
  public Answer answer() {
    var answer = new Answer(new Texts(Locale.ENGLISH));
    if (options.demo()) {
      answer.put("demo", true);
    }
    return answer;
  }

  /// Ends a command: prints the answer as JSON if that was asked for, otherwise as text.
  public int finish(ExitCode code, Answer answer, Consumer<Console> text) {
    if (json) {
      console.plain(answer.json());
    } else {
      text.accept(console);
    }
    return code.number();
  }

  /// Looks at the loads that a command has heard of, once the person has the answer.
  void learnFromLoads() {
    useCases().seenLoads().look();
  }

  boolean json() {
    return json;
  }

  /// Whether the person wants to see where in the program a bug is.
  boolean showsBugs() {
    return stacktrace;
  }

  /// The report of a bug; empty where what is broken is what would make it.
  Optional<Crash> crash(Throwable bug) {
    try {
      return Optional.of(useCases().crashes().of(bug));
    } catch (RuntimeException | LinkageError _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (useCases != null) {
      useCases.close();
    }
  }
}
