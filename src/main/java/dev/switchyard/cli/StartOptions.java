package dev.switchyard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
      scope = ScopeType.INHERIT,
      description = "${bundle:cli.option.ollama}")
  private @Nullable String ollama;

  @Option(names = "--demo", scope = ScopeType.INHERIT, description = "${bundle:cli.option.demo}")
  private boolean demo;

  /// Hidden: shows every screen of the demo once and ends, so that the image's AOT cache can be trained.
  @Option(names = "--train", hidden = true)
  private boolean training;

  /// Reads the options out of the arguments of a window, which has no command.
  public static StartOptions parse(List<String> arguments) {
    var options = new StartOptions();
    new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
    return options;
  }

  /// Stands for the person's home folder in everything read or written.
  public Optional<Path> home() {
    return Optional.ofNullable(home);
  }

  /// The server as the person wrote it.
  public Optional<String> ollama() {
    return Optional.ofNullable(ollama);
  }

  /// Whether everything runs against the simulated server, in a temporary home.
  public boolean demo() {
    return demo || training;
  }

  public boolean training() {
    return training;
  }
}
