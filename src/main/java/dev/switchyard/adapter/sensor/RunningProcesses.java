package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.memory.GpuProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names of processes, by what Linux shows everybody (`/proc/PID/cmdline`), also of a server
/// that runs as another user.
final class RunningProcesses {
  private static final Pattern PID = Pattern.compile("\\d{1,10}");

  private final Path proc;

  /// @param proc `/proc`
  RunningProcesses(Path proc) {
    this.proc = proc;
  }

  GpuProcess process(long pid, Known<Long> bytes) {
    var words = words(pid);
    return words.isEmpty()
        ? new GpuProcess(pid, command(pid), false, bytes)
        : new GpuProcess(pid, fileName(words.getFirst()), isModelRunner(words), bytes);
  }

  /// The processes in which Ollama runs models.
  List<Long> modelRunners() {
    try (Stream<Path> folders = Files.list(proc)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> PID.matcher(name).matches())
          .map(Long::parseLong)
          .filter(pid -> isModelRunner(words(pid)))
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  Path folder(long pid) {
    return proc.resolve(String.valueOf(pid));
  }

  /// Until 0.25 it is `ollama runner …`, from 0.30 on `…/lib/ollama/llama-server …`.
  static boolean isModelRunner(List<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    var program = words.getFirst();
    return switch (fileName(program)) {
      case "ollama" -> words.size() > 1 && words.get(1).equals("runner");
      case "llama-server" -> program.contains("ollama");
      default -> false;
    };
  }

  private static String fileName(String program) {
    return program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
  }

  private List<String> words(long pid) {
    try {
      var line = Files.readString(folder(pid).resolve("cmdline"), StandardCharsets.ISO_8859_1);
      return line.isEmpty() ? List.of() : List.of(line.split("\0"));
    } catch (IOException _) {
      // It has ended.
      return List.of();
    }
  }

  /// The kernel's short name of a process without a command line, else its number.
  private String command(long pid) {
    return Optional.of(new KernelFile(folder(pid).resolve("comm")))
        .flatMap(KernelFile::text)
        .filter(name -> !name.isEmpty())
        .orElse(String.valueOf(pid));
  }
}
