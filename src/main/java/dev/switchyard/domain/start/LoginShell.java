package dev.switchyard.domain.start;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.launch.shell.Posix;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A person's login shell, and how it is asked for the variables that it sets.
///
/// Source: run without a terminal on bash 5.2, zsh 5.9, fish 3.6, dash 0.5, ksh 93u+m, mksh R59 and
/// tcsh 6.24, each with one variable in every start-up file that its manual names. All of them read
/// the same files as in a terminal. `/usr/bin/env` by its path: a start-up file may give the bare
/// name another meaning.
///
/// @param program the shell's file
public record LoginShell(Path program) {
  private static final Set<String> C_SHELLS = Set.of("tcsh", "csh");
  private static final Set<String> POWER_SHELLS = Set.of("pwsh", "pwsh-preview");
  private static final Posix POSIX = new Posix();

  /// What was answered.
  ///
  /// @param login the variables of a login shell: what VS Code takes over
  /// @param terminal the variables of a shell in a new terminal
  public record Variables(Map<String, String> login, Map<String, String> terminal) {
    public Variables {
      login = Map.copyOf(login);
      terminal = Map.copyOf(terminal);
    }

    /// Names nothing but names: the values may be anybody's secrets.
    @Override
    public String toString() {
      return "Variables[login=" + login.keySet() + ", terminal=" + terminal.keySet() + "]";
    }
  }

  /// As people call it: `bash`, `zsh`.
  public String name() {
    return program.getFileName() == null
        ? program.toString()
        : program.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  /// The program and its arguments.
  ///
  /// @param mark stands around the variables: what start-up files print is outside
  /// @param system on Linux a terminal starts a shell that is no login shell, below a session that
  ///   came from one; only bash reads other files then
  public List<String> question(String mark, OperatingSystem system) {
    var tell = "echo " + mark + "; /usr/bin/env -0; echo " + mark;
    var shell = program.toString();
    if (C_SHELLS.contains(name())) {
      return List.of(shell, "-i", "-c", tell);
    }
    if (POWER_SHELLS.contains(name())) {
      return List.of(shell, "-Login", "-Command", tell);
    }
    return List.of(shell, "-l", "-i", "-c", isTwofold(system) ? tell + "; " + again(tell) : tell);
  }

  private boolean isTwofold(OperatingSystem system) {
    return name().equals("bash") && system == OperatingSystem.LINUX;
  }

  private String again(String tell) {
    return "exec " + POSIX.call(List.of(program.toString(), "-i", "-c", tell));
  }

  /// Reads the answer to [#question].
  ///
  /// @return empty where the shell never came to the question
  public static Optional<Variables> read(String output, String mark) {
    var parts = output.split(Pattern.quote(mark) + "\r?\n", -1);
    // Before the first mark, the variables, and what follows; the same again for a second answer.
    if (parts.length < 3) {
      return Optional.empty();
    }
    var login = variables(parts[1]);
    return Optional.of(new Variables(login, parts.length < 5 ? login : variables(parts[3])));
  }

  private static Map<String, String> variables(String listing) {
    var variables = new LinkedHashMap<String, String>();
    for (var entry : listing.split("\0", -1)) {
      int equals = entry.indexOf('=');
      // A name is never empty; bash hands functions on under names that no program asks for.
      if (equals > 0) {
        variables.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return variables;
  }
}
