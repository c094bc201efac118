package dev.switchyard.adapter.sensor;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.WiredLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Asks macOS how much of its memory the GPU may take. The owner can change that at any moment, but
/// hardly does, so that a program is started for it once a minute.
final class WiredLimitReader {
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final Command SYSCTL =
      Command.of("/usr/sbin/sysctl", "-n", "hw.memsize", "iogpu.wired_limit_mb")
          .within(Duration.ofSeconds(2));

  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

  private final Processes processes;
  private final Clock clock;
  private Instant next = Instant.MIN;
  private Optional<WiredLimit> limit = Optional.empty();

  WiredLimitReader(Processes processes, Clock clock) {
    this.processes = processes;
    this.clock = clock;
  }

  /// Empty where macOS does not tell.
  Optional<WiredLimit> read() {
    var now = clock.instant();
    if (!now.isBefore(next)) {
      next = now.plus(INTERVAL);
      limit = ask();
    }
    return limit;
  }

  private Optional<WiredLimit> ask() {
    try {
      return parse(processes.run(SYSCTL).output());
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  /// @param text two lines, the memory's bytes and the limit in MiB, 0 for the default. A macOS
  ///   before 14 does not know the second name, and a last line without its end may be cut
  static Optional<WiredLimit> parse(String text) {
    var lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().map(String::strip).toList();
    if (lines.isEmpty() || !NUMBER.matcher(lines.getFirst()).matches()) {
      return Optional.empty();
    }
    long total = Long.parseLong(lines.getFirst());
    return Optional.of(
        lines.size() > 1 && NUMBER.matcher(lines.get(1)).matches()
            ? WiredLimit.of(total, Long.parseLong(lines.get(1)))
            : WiredLimit.byDefault(total));
  }
}
