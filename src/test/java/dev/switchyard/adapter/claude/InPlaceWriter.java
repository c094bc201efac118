package dev.switchyard.adapter.claude;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// A program of its own that changes one key of a settings file over and over, as Claude Code does:
/// reads it, changes it, truncates it and writes it in place, without a lock. Needs nothing but
/// Java, so that it is started from its source.
final class InPlaceWriter {
  private static final Pattern COUNTER = Pattern.compile("(\"counter\": )(\\d+)");

  /// A hundred times as fast as anything that a person does, in nanoseconds.
  private static final long PACE = 1_000_000;

  private InPlaceWriter() {}

  /// Prints how often it met another number than it had written last.
  ///
  /// @param arguments the file, and another one: it writes until that is there
  public static void main(String[] arguments) throws IOException {
    var file = Path.of(arguments[0]);
    var stop = Path.of(arguments[1]);
    int lost = 0;
    int written = 0;
    System.out.println("started");
    for (; !Files.exists(stop); written++) {
      var text = Files.readString(file);
      var counter = COUNTER.matcher(text);
      if (!counter.find()) {
        throw new IllegalStateException("the counter is gone: " + text);
      }
      if (Integer.parseInt(counter.group(2)) != written) {
        lost++;
      }
      var changed = counter.replaceFirst("$1" + (written + 1));
      Files.writeString(
          file, changed, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
      LockSupport.parkNanos(PACE);
    }
    System.out.println(lost + " lost of " + written);
  }
}
