package dev.switchyard.domain.launch.shell;

import java.nio.file.Path;
import java.util.List;

/// A shell's way of writing things. Texts that it cannot write are told by [#canWrite] before, and
/// refused.
public sealed interface Shell permits Posix, Fish, PowerShell, Cmd {
  /// As `--shell` names it.
  String id();

  /// As its makers write it.
  String displayName();

  /// Whether this text can be an argument or a value at all: nothing holds the character 0, cmd no
  /// line break.
  default boolean canWrite(String text) {
    return text.indexOf('\0') < 0;
  }

  /// One word that stands for exactly this text.
  ///
  /// @throws IllegalArgumentException for a text that this shell cannot write
  String quote(String text);

  /// Sets a variable for this shell and what it starts. Where a shell has no empty variables,
  /// setting to nothing removes it; for the variables that Claude Code reads, both mean the same.
  String export(String name, String value);

  /// Gives a variable the value that another one has when the shell runs.
  String exportCopy(String name, String source);

  String changeTo(Path folder);

  /// Runs a program with its arguments.
  String call(List<String> command);

  /// One line to paste at this shell's prompt.
  String line(Invocation invocation);

  /// Whether everything in this invocation can be written.
  default boolean canWrite(Invocation invocation) {
    return canWrite(invocation.folder().toString())
        && invocation.variables().values().stream().allMatch(this::canWrite)
        && invocation.command().stream().allMatch(this::canWrite);
  }
}
