package dev.switchyard.adapter.process;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.session.ClaudeProcess;
import dev.switchyard.domain.session.ClaudeProcesses;
import dev.switchyard.domain.session.SessionEnvironment;
import dev.switchyard.domain.session.SessionProgram;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/// Finds the processes of Claude Code in the system's table. What a process was started with does
/// not change while it runs, so each is asked about once.
public final class ClaudeProcessTable implements ClaudeProcesses {
  /// What Linux appends to the name of a program's file that an update has replaced.
  private static final String REPLACED = " (deleted)";

  private final Map<ProcessHandle, Optional<ClaudeProcess>> known = new HashMap<>();
  private @Nullable OperatingSystem system;

  @Override
  public synchronized List<ClaudeProcess> running() throws PortException {
    try {
      var user = ProcessHandle.current().info().user();
      var candidates =
          ProcessHandle.allProcesses().filter(process -> mayBeSession(process, user)).toList();
      known.keySet().retainAll(candidates);
      return candidates.stream()
          .flatMap(process -> known.computeIfAbsent(process, this::look).stream())
          .toList();
    } catch (SecurityException | UnsupportedOperationException e) {
      throw new PortException(
          PortException.Kind.FAILED, Message.of("sessions.no-table", e.toString()), e);
    }
  }

  /// Another person's is none of ours.
  private static boolean mayBeSession(ProcessHandle process, Optional<String> user) {
    var info = process.info();
    return info.command().map(ClaudeProcessTable::file).filter(SessionProgram::mayBe).isPresent()
        && (user.isEmpty() || info.user().isEmpty() || info.user().equals(user));
  }

  private Optional<ClaudeProcess> look(ProcessHandle process) {
    var file = process.info().command().map(ClaudeProcessTable::file).orElse("");
    var seen = system().getProcess(Math.toIntExact(process.pid()));
    if (seen == null || !SessionProgram.isSession(file, seen.getArguments())) {
      return Optional.empty();
    }
    var words = seen.getArguments();
    return Optional.of(
        new ClaudeProcess(
            process.pid(),
            words.getFirst(),
            SessionProgram.arguments(file, words),
            folder(seen),
            process
                .info()
                .startInstant()
                .orElseGet(() -> Instant.ofEpochMilli(seen.getStartTime())),
            environment(seen)));
  }

  private OperatingSystem system() {
    var open = system;
    if (open == null) {
      open = new SystemInfo().getOperatingSystem();
      system = open;
    }
    return open;
  }

  private static Known<Path> folder(OSProcess process) {
    var name = process.getCurrentWorkingDirectory();
    try {
      if (!name.isEmpty()) {
        return Known.of(Path.of(name));
      }
    } catch (InvalidPathException _) {
      // Said below.
    }
    return Known.unknown(Message.of("sessions.no-folder"));
  }

  /// The system shows a whole environment; nothing of it is kept but what the domain lets through.
  private static Known<Map<String, String>> environment(OSProcess process) {
    var all = process.getEnvironmentVariables();
    return all.isEmpty()
        ? Known.unknown(Message.of("sessions.no-environment"))
        : Known.of(SessionEnvironment.of(all));
  }

  private static String file(String command) {
    return command.endsWith(REPLACED)
        ? command.substring(0, command.length() - REPLACED.length())
        : command;
  }
}
