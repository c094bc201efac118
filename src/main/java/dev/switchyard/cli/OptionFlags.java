package dev.switchyard.cli;

import dev.switchyard.domain.route.option.Level;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.domain.route.option.RouteOptions;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a local route, for each command that makes one.
final class OptionFlags {
  @Option(names = "--slim", paramLabel = "LEVEL", description = "${bundle:cli.option.slim}")
  private @Nullable String slim;

  @Option(names = "--effort", paramLabel = "LEVEL", description = "${bundle:cli.option.effort}")
  private @Nullable String effort;

  @Option(
      names = "--thinking",
      paramLabel = "on|off",
      description = "${bundle:cli.option.thinking}")
  private @Nullable String thinking;

  @Option(names = "--traffic", paramLabel = "on|off", description = "${bundle:cli.option.traffic}")
  private @Nullable String traffic;

  /// What the person named.
  RouteOptions named() {
    var options = RouteOptions.UNNAMED;
    for (var option : RouteOption.values()) {
      var name = flag(option);
      if (name != null) {
        options = options.with(option, level(option, name));
      }
    }
    return options;
  }

  private @Nullable String flag(RouteOption option) {
    return switch (option) {
      case SLIM -> slim;
      case EFFORT -> effort;
      case THINKING -> thinking;
      case TRAFFIC -> traffic;
    };
  }

  private static Level level(RouteOption option, String name) {
    return option
        .level(name)
        .orElseThrow(() ->
            new WrongUsage(
                "cli.option.unknown-level",
                name,
                "--" + option.id(),
                option.levels().stream().map(Level::name).collect(Collectors.joining(", "))));
  }
}
