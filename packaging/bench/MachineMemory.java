import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The machine's memory as Linux tells it, to compare a gauge with.
final class MachineMemory {
  /// Of a bar 300 pixels long, that is six.
  private static final double TOLERANCE = 0.02;

  /// @param ratio what a gauge shows as used, 0 to 1, NaN for nothing
  boolean isShownBy(double ratio) {
    return !Double.isNaN(ratio) && Math.abs(ratio - usedRatio()) <= TOLERANCE;
  }

  private static double usedRatio() {
    long total = 0;
    long available = 0;
    try {
      for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
        String[] words = line.split("\\s+");
        switch (words[0]) {
          case "MemTotal:" -> total = Long.parseLong(words[1]);
          case "MemAvailable:" -> available = Long.parseLong(words[1]);
          default -> {}
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (double) (total - available) / total;
  }
}
