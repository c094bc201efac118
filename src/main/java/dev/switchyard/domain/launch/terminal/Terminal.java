package dev.switchyard.domain.launch.terminal;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.launch.shell.Posix;
import java.nio.file.Path;
import java.util.List;

/// A kind of terminal: how it is found and how it is told to run a script in a new window.
///
/// The command is a template. Only the script's path is handed over, never what runs in it: several
/// terminals give a new window the environment of the first one, and some take one string in place
/// of arguments.
///
/// @param id stable name for settings and `--terminal`
/// @param name as its makers write it
/// @param system where it exists
/// @param programs names on `PATH` or absolute files; the first one found is `{program}`
/// @param command the words of its command, with the places [#PROGRAM], [#SCRIPT],
///   [#QUOTED_SCRIPT], [#FOLDER], [#TITLE]
/// @param language what the script is written in
public record Terminal(
    String id,
    String name,
    OperatingSystem system,
    List<String> programs,
    List<String> command,
    ScriptLanguage language) {
  static final String PROGRAM = "{program}";
  static final String SCRIPT = "{script}";

  /// For terminals that take one string and read it as a shell would.
  static final String QUOTED_SCRIPT = "{quoted-script}";

  static final String FOLDER = "{folder}";
  static final String TITLE = "{title}";

  /// What a terminal can be given to run.
  public enum ScriptLanguage {
    /// A file for `/bin/sh`.
    SH(""),
    /// The same, under the name by which macOS opens it in a terminal.
    SH_COMMAND(".command"),
    CMD(".cmd"),
    POWERSHELL(".ps1");

    private final String suffix;

    ScriptLanguage(String suffix) {
      this.suffix = suffix;
    }

    /// The end of the script's file name.
    public String suffix() {
      return suffix;
    }
  }

  public Terminal {
    programs = List.copyOf(programs);
    command = List.copyOf(command);
  }

  /// The arguments that open a window in which the script runs.
  public List<String> command(Path program, Path script, Path folder, String title) {
    return command.stream()
        .map(word ->
            word.replace(PROGRAM, program.toString())
                .replace(QUOTED_SCRIPT, new Posix().quote(script.toString()))
                .replace(SCRIPT, script.toString())
                .replace(FOLDER, folder.toString())
                .replace(TITLE, title))
        .toList();
  }
}
