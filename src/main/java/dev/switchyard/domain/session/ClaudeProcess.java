package dev.switchyard.domain.session;

import dev.switchyard.domain.Known;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A process of Claude Code, as the operating system shows it.
///
/// @param id the system's number for it
/// @param program what was called: a name that the shell looked up, or a file
/// @param arguments what it was started with, without the program itself
/// @param folder where it works
/// @param startedAt when it was started, to the second or better
/// @param environment those of its variables that decide about routes and homes, as
///   [SessionEnvironment] lets through: no credential is among the values
public record ClaudeProcess(
    long id,
    String program,
    List<String> arguments,
    Known<Path> folder,
    Instant startedAt,
    Known<Map<String, String>> environment) {
  public ClaudeProcess {
    arguments = List.copyOf(arguments);
  }
}
