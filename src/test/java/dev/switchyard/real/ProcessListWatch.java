package dev.switchyard.real;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Reads the command lines and the environments of all processes of the machine over and over, as
/// far as they may be read, and remembers where a pattern is found.
public final class ProcessListWatch implements AutoCloseable {
  private static final Path PROCESSES = Path.of("/proc");
  private static final long PAUSE_NANOS = 2_000_000;

  private final Pattern pattern;
  private final Set<String> found = ConcurrentHashMap.newKeySet();
  private final Set<String> variables = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private ProcessListWatch(Pattern pattern) {
    this.pattern = pattern;
  }

  public static ProcessListWatch start(Pattern pattern) {
    var watch = new ProcessListWatch(pattern);
    Thread.ofPlatform().daemon().start(watch::watch);
    return watch;
  }

  /// The command lines seen so far that match.
  public Set<String> found() {
    return Set.copyOf(found);
  }

  /// The names of the variables seen so far whose values match.
  public Set<String> variables() {
    return Set.copyOf(variables);
  }

  private void watch() {
    while (!closed) {
      try (var processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
        processes.forEach(this::look);
      } catch (IOException _) {
        // Gone already.
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void look(Path process) {
    try {
      var line = Files.readString(process.resolve("cmdline"), ISO_8859_1).replace('\0', ' ');
      if (pattern.matcher(line).find()) {
        found.add(line);
      }
      for (var variable :
          Files.readString(process.resolve("environ"), ISO_8859_1).split("\0", -1)) {
        if (pattern.matcher(variable).find()) {
          variables.add(variable.split("=", 2)[0]);
        }
      }
    } catch (IOException _) {
      // Gone already, or somebody else's.
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
