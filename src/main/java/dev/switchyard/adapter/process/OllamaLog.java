package dev.switchyard.adapter.process;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.truth.Runner;
import dev.switchyard.domain.truth.ServerLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the server's log: the file that the server writes to, else where Ollama's application and
/// Switchyard put it, else the system's journal.
public final class OllamaLog implements ServerLog {
  /// A load writes about 20 KB.
  private static final int MOST_BYTES = 2 << 20;

  private static final Path SERVICE = Path.of("/etc/systemd/system/ollama.service");

  private final Processes processes;
  private final Surroundings surroundings;
  private final Home home;

  public OllamaLog(Processes processes, Surroundings surroundings, Home home) {
    this.processes = processes;
    this.surroundings = surroundings;
    this.home = home;
  }

  @Override
  public Known<List<String>> end(Runner runner) {
    var lines = new ArrayList<String>();
    Stream.concat(usual(surroundings, home).stream(), ofServer(runner).stream())
        .distinct()
        .forEach(file -> lines.addAll(end(file)));
    if (lines.isEmpty()) {
      lines.addAll(journal());
    }
    return lines.isEmpty()
        ? Known.unknown(Message.of("truth.unknown.noLog"))
        : Known.of(List.copyOf(lines));
  }

  /// Switchyard's own of the server that it started, then the one of Ollama's application.
  static List<Path> usual(Surroundings surroundings, Home home) {
    var ours = home.state().resolve("ollama.log");
    return switch (surroundings.system()) {
      case LINUX -> List.of(ours);
      case MACOS -> List.of(ours, home.ollama().resolve("logs/server.log"));
      case WINDOWS ->
          surroundings
              .variable("LOCALAPPDATA")
              .map(folder -> List.of(ours, Path.of(folder, "Ollama", "server.log")))
              .orElseGet(() -> List.of(ours));
    };
  }

  /// Where the server's output goes, which Linux tells of a person's own processes.
  private static Optional<Path> ofServer(Runner runner) {
    return ProcessHandle.of(runner.pid())
        .flatMap(ProcessHandle::parent)
        .map(server -> Path.of("/proc", String.valueOf(server.pid()), "fd", "2"))
        .flatMap(Listener::target)
        .filter(Files::isRegularFile);
  }

  private static List<String> end(Path file) {
    try (var channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - MOST_BYTES));
      var buffer = ByteBuffer.allocate(MOST_BYTES);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Reads on until the end or until the buffer is full.
      }
      return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  /// Empty where there is no service, or where a person may not read its journal.
  private List<String> journal() {
    if (surroundings.system() != OperatingSystem.LINUX || !Files.exists(SERVICE)) {
      return List.of();
    }
    try {
      var command =
          Command.of("journalctl", "-u", "ollama", "-n", "4000", "-o", "cat", "--no-pager");
      return processes.run(command).output().lines().toList();
    } catch (PortException _) {
      return List.of();
    }
  }
}
