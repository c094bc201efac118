package dev.switchyard.cli;

import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that window and commands share; they may stand before or after a command's name.
public final class StartOptions {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "${bundle:cli.option.home}")
  private @Nullable Path home;

  @Option(
      names = "--ollama",
      paramLabel = "URL",
      converter = UrlConverter.class,
      scope = ScopeType.INHERIT,
      description = "${bundle:cli.option.ollama}")
  private @Nullable EndpointUrl ollama;

  @Option(names = "--demo", scope = ScopeType.INHERIT, description = "${bundle:cli.option.demo}")
  private boolean demo;

  @Option(names = "--tray", description = "${bundle:cli.option.tray}")
  private boolean tray;

  /// What an AOT cache of the image is trained for.
  public enum Training {
    WINDOW,
    COMMANDS
  }

  /// Hidden: runs the demo once and ends, so that the image's AOT caches can be trained.
  @Option(names = "--train", hidden = true)
  private @Nullable Training training;

  static final class UrlConverter implements ITypeConverter<EndpointUrl> {
    @Override
    public EndpointUrl convert(String text) {
      return EndpointUrl.parse(text)
          .orElseThrow(() -> new WrongValue("cli.usage.no-address", text));
    }
  }

  /// Reads the options out of the arguments of a window, which has no command; others mean nothing
  /// to it, and neither does one that cannot be read.
  public static StartOptions parse(List<String> arguments) {
    var options = new StartOptions();
    if (arguments.isEmpty()) {
      return options;
    }
    var line = new CommandLine(options).setUnmatchedArgumentsAllowed(true);
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
