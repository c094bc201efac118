package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.SessionModels;
import dev.switchyard.domain.route.StartedFrom;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// The options that say how Claude Code would be started. Those of Claude Code itself have its own
/// names.
final class ClaudeStartOptions {
  @Option(
      names = "--start",
      paramLabel = "WAY",
      converter = WayConverter.class,
      description = "${bundle:cli.route.start}")
  private @Nullable StartedFrom from;

  @Option(
      names = "--settings",
      paramLabel = "FILE|JSON",
      description = "${bundle:cli.route.settings}")
  private @Nullable String settings;

  @Option(
      names = {"-c", "--continue"},
      description = "${bundle:cli.route.continue}")
  private boolean continues;

  @Option(names = "--resume", paramLabel = "ID", description = "${bundle:cli.route.resume}")
  private @Nullable String session;

  static final class WayConverter implements ITypeConverter<StartedFrom> {
    @Override
    public StartedFrom convert(String text) {
      return StartedFrom.parse(text).orElseThrow(() -> new WrongValue("cli.usage.no-start", text));
    }
  }

  boolean areGiven() {
    return from != null || settings != null || continues || session != null;
  }

  StartedFrom from() {
    return from == null ? StartedFrom.TERMINAL : from;
  }

  /// @throws PortException where the session that is resumed is not there
  ClaudeStart start(Path folder, SessionModels sessions) throws PortException {
    var start = new ClaudeStart(folder, from());
    var asked = settings == null ? start : start.withSettings(settings);
    if (!continues && session == null) {
      return asked;
    }
    return sessions
        .lastModel(folder, Optional.ofNullable(session))
        .map(asked::resuming)
        .orElse(asked);
  }
}
