package dev.switchyard.domain.session;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command that ends nothing but goes on with a session's conversation, once the person has
/// ended it: with the options that decide about its route, and under the settings as they are.
final class RestartCommand {
  private static final String PROGRAM = "claude";

  /// A resumed session brings its old model along unless another is named.
  private static final String DEFAULT_MODEL = "default";

  private final List<Path> searchPath;

  /// @param searchPath where a shell looks for programs
  RestartCommand(List<Path> searchPath) {
    this.searchPath = List.copyOf(searchPath);
  }

  Known<List<String>> of(RunningSession session, Known<EffectiveRoute> fresh) {
    if (session.kind() == RunningSession.Kind.EDITOR) {
      return Known.unknown(Message.of("sessions.restart.editor"));
    }
    if (session.kind() == RunningSession.Kind.PRINT) {
      return Known.unknown(Message.of("sessions.restart.print"));
    }
    if (session.options().hasInlineSettings()) {
      return Known.unknown(Message.of("sessions.restart.inline"));
    }
    return Known.of(command(session, fresh));
  }

  private List<String> command(RunningSession session, Known<EffectiveRoute> fresh) {
    var command = new ArrayList<String>();
    command.add(program(session.process().program()));
    session
        .id()
        .toOptional()
        .ifPresentOrElse(id -> command.addAll(List.of("--resume", id)), () -> command.add("-c"));
    fresh
        .toOptional()
        .map(route -> AskedModel.of(route.model(), route).orElse(DEFAULT_MODEL))
        .ifPresent(model -> command.addAll(List.of("--model", model)));
    session.options().settings().ifPresent(file -> command.addAll(List.of("--settings", file)));
    session
        .options()
        .settingSources()
        .ifPresent(sources -> command.addAll(List.of("--setting-sources", sources)));
    if (session.options().restricted()) {
      command.add("--restricted");
    }
    return command;
  }

  /// As one would type it, where that finds the same program.
  private String program(String called) {
    boolean isFile = called.contains("/") || called.contains("\\");
    boolean isFound = searchPath.stream().anyMatch(folder -> called.startsWith(folder.toString()));
    return isFile && !isFound ? called : PROGRAM;
  }
}
