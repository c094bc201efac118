package dev.switchyard.adapter.process;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.domain.PortException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Remembers one started process beyond this run. The process id alone would not do: the system
/// gives it to another process some day, so the start time has to fit too.
final class StartedProcess {
  /// Linux tells start times relative to the boot, whose own time may move by a second when the
  /// clock is set.
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

  private static final Pattern FORM = Pattern.compile("pid=(\\d{1,18})\\nstarted=(\\d{1,18})\\n");

  private final Path file;

  StartedProcess(Path file) {
    this.file = file;
  }

  void remember(Detached process) throws PortException {
    var startedAt = process.startedAt().orElse(Instant.EPOCH);
    var text =
        "pid=%d%nstarted=%d%n".formatted(process.pid(), startedAt.toEpochMilli()).replace("\r", "");
    AtomicFiles.writePrivate(file, text.getBytes(StandardCharsets.UTF_8));
  }

  void forget() throws PortException {
    AtomicFiles.delete(file);
  }

  /// The process, if it still runs.
  Optional<ProcessHandle> find() {
    return read().flatMap(StartedProcess::handle);
  }

  private record Entry(long pid, Instant startedAt) {}

  private Optional<Entry> read() {
    try {
      return AtomicFiles.read(file)
          .map(bytes -> FORM.matcher(new String(bytes, StandardCharsets.UTF_8)))
          .filter(Matcher::matches)
          .map(m ->
              new Entry(
                  Long.parseLong(m.group(1)), Instant.ofEpochMilli(Long.parseLong(m.group(2)))));
    } catch (PortException _) {
      // What cannot be read is not known to be ours, and so it is never stopped.
      return Optional.empty();
    }
  }

  private static Optional<ProcessHandle> handle(Entry entry) {
    return ProcessHandle.of(entry.pid)
        .filter(ProcessHandle::isAlive)
        .filter(process ->
            process
                .info()
                .startInstant()
                .map(at -> Duration.between(at, entry.startedAt).abs().compareTo(CLOCK_SLACK) <= 0)
                .orElse(false));
  }
}
