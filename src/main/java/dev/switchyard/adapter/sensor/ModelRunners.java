package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.truth.Runner;
import dev.switchyard.domain.truth.Runners;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;

/// Finds the processes in which Ollama runs models, also those of a service that runs as another
/// user. Nothing is looked at before the first call.
public final class ModelRunners implements Runners {
  private final OperatingSystem system;
  private final RunningProcesses processes;
  private oshi.software.os.@Nullable OperatingSystem table;

  public ModelRunners(OperatingSystem system) {
    this.system = system;
    this.processes = new RunningProcesses(Path.of("/proc"));
  }

  @Override
  public synchronized List<Runner> running() throws PortException {
    try {
      return candidates().stream()
          .flatMap(pid -> look(pid).stream())
          .filter(runner -> RunningProcesses.isModelRunner(runner.words()))
          .toList();
    } catch (SecurityException | UnsupportedOperationException e) {
      throw new PortException(
          PortException.Kind.FAILED, Message.of("truth.unknown.noProcesses", e.toString()), e);
    }
  }

  /// Java does not tell the program of another user's process on Linux; its command line does.
  private List<Long> candidates() {
    return system == OperatingSystem.LINUX
        ? processes.modelRunners()
        : ProcessHandle.allProcesses()
            .filter(ModelRunners::mayRun)
            .map(ProcessHandle::pid)
            .toList();
  }

  private static boolean mayRun(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(command -> Stream.of("llama-server", "ollama").anyMatch(command::contains))
        .isPresent();
  }

  private Optional<Runner> look(long pid) {
    var seen = table().getProcess(Math.toIntExact(pid));
    return Optional.ofNullable(seen)
        .map(process ->
            new Runner(
                pid,
                Optional.of(Instant.ofEpochMilli(process.getStartTime())),
                process.getArguments(),
                process.getPrivateResidentMemory()));
  }

  private oshi.software.os.OperatingSystem table() {
    var open = table;
    if (open == null) {
      open = new SystemInfo().getOperatingSystem();
      table = open;
    }
    return open;
  }
}
