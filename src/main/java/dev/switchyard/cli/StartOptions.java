package dev.switchyard.cli;

import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;

/// The options that window and commands share; they may stand before or after a command's name.
///
/// picocli is told of them without annotations, as of everything that every command has: it reads
/// those through proxies, which no AOT cache holds.
public final class StartOptions {
  private @Nullable Path home;
  private @Nullable EndpointUrl ollama;
  private @Nullable String endpoint;
  private boolean demo;
  private boolean tray;
  private @Nullable Training training;

  /// What an AOT cache of the image is trained for.
  public enum Training {
    WINDOW,
    COMMANDS
  }

  /// Has picocli read them for a command and those below it.
  void addTo(CommandSpec command) {
    command
        .addOption(
            PlainOption.value("--home", Path.class, value -> home = value)
                .paramLabel("DIR")
                .scopeType(ScopeType.INHERIT)
                .description("${bundle:cli.option.home}")
                .build())
        .addOption(
            PlainOption.value("--ollama", EndpointUrl.class, value -> ollama = value)
                .paramLabel("URL")
                .converters(StartOptions::url)
                .scopeType(ScopeType.INHERIT)
                .description("${bundle:cli.option.ollama}")
                .build())
        .addOption(
            PlainOption.flag("--demo", value -> demo = value)
                .scopeType(ScopeType.INHERIT)
                .description("${bundle:cli.option.demo}")
                .build())
        .addOption(
            PlainOption.flag("--tray", value -> tray = value)
                .description("${bundle:cli.option.tray}")
                .build())
        // Runs the demo once and ends, so that the image's AOT caches can be trained.
        .addOption(
            PlainOption.value("--train", Training.class, value -> training = value)
                .hidden(true)
                .build());
  }

  /// Has picocli read the server's endpoint for a command, where that has no other use for the
  /// option.
  void addEndpointTo(CommandSpec command) {
    if (command.findOption("--endpoint") == null) {
      command.addOption(
          PlainOption.value("--endpoint", String.class, value -> endpoint = value)
              .paramLabel("NAME")
              .description("${bundle:cli.option.endpoint}")
              .build());
    }
  }

  private static EndpointUrl url(String text) {
    return EndpointUrl.parse(text).orElseThrow(() -> new WrongValue("cli.usage.no-address", text));
  }

  /// Reads the options out of the arguments of a window, which has no command; others mean nothing
  /// to it, and neither does one that cannot be read.
  public static StartOptions parse(List<String> arguments) {
    var options = new StartOptions();
    if (arguments.isEmpty()) {
      return options;
    }
    var command = CommandSpec.create();
    options.addTo(command);
    options.addEndpointTo(command);
    var line = new CommandLine(command).setUnmatchedArgumentsAllowed(true);
    line.getCommandSpec().parser().collectErrors(true);
    line.parseArgs(arguments.toArray(String[]::new));
    return options;
  }

  /// Stands for the person's home folder in everything read or written.
  public Optional<Path> home() {
    return Optional.ofNullable(home);
  }

  /// The server that the person named.
  public Optional<EndpointUrl> ollama() {
    return Optional.ofNullable(ollama);
  }

  /// The name of the endpoint that stands for the server.
  public Optional<String> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /// Whether everything runs against the simulated server, in a temporary home.
  public boolean demo() {
    return demo || training != null;
  }

  /// Whether the window stays hidden until it is asked for.
  public boolean tray() {
    return tray;
  }

  public Optional<Training> training() {
    return Optional.ofNullable(training);
  }
}
