package dev.switchyard.adapter.start;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.start.LoginShell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Asks the login shell what it sets. It runs the person's start-up files, so it gets a session of
/// its own (else it would take hold of the terminal that Switchyard was started in), nothing to
/// read, and a time limit.
final class ShellAnswers {
  static final Duration LIMIT = Duration.ofSeconds(5);

  /// So that start-up files can leave out what starts programs, as they may for VS Code, which asks
  /// in the same way.
  private static final Map<String, String> SIGNS =
      Map.of("SWITCHYARD_RESOLVING_ENVIRONMENT", "1", "VSCODE_RESOLVING_ENVIRONMENT", "1");

  /// macOS has no `setsid`, but Perl.
  private static final List<String> PERL_SETSID =
      List.of("/usr/bin/perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV");

  private final Processes processes;
  private final Surroundings surroundings;

  ShellAnswers(Processes processes, Surroundings surroundings) {
    this.processes = processes;
    this.surroundings = surroundings;
  }

  /// The shell that a terminal starts.
  Optional<LoginShell> shell() {
    return surroundings.folder("SHELL").map(LoginShell::new);
  }

  Known<LoginShell.Variables> ask(LoginShell shell) {
    var mark = "switchyard-" + UUID.randomUUID();
    try {
      var question = shell.question(mark, surroundings.system());
      var outcome = processes.run(Command.of(inOwnSession(question)).with(SIGNS).within(LIMIT));
      return LoginShell.read(outcome.output(), mark)
          .map(Known::of)
          .orElseGet(() ->
              Known.unknown(
                  Message.of(
                      "route.start.shell-silent",
                      shell.program().toString(),
                      String.valueOf(outcome.exitCode()))));
    } catch (PortException e) {
      return Known.unknown(
          e.kind() == PortException.Kind.TIMEOUT
              ? Message.of("route.start.shell-slow", shell.program().toString(), LIMIT.toSeconds())
              : e.text());
    }
  }

  private List<String> inOwnSession(List<String> question) {
    var prefix =
        switch (surroundings.system()) {
          case LINUX -> List.of("setsid", "--wait");
          case MACOS -> PERL_SETSID;
          case WINDOWS -> List.<String>of();
        };
    var arguments = new ArrayList<>(prefix);
    arguments.addAll(question);
    return arguments;
  }
}
