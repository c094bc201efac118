import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A process and all that it started, as Linux accounts for them.
record ProcessTree(ProcessHandle root) {
  /// In which the kernel counts CPU time; the same on every Linux in use.
  private static final double TICKS_PER_SECOND = 100;

  /// Counted from the end: the field before these, the program's name, may hold blanks.
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;

  /// The proportional set size in MB (10^6 bytes): memory that several processes share counts for
  /// each with its part.
  double pssMegabytes() {
    return members().mapToLong(ProcessTree::pss).sum() * 1024 / 1e6;
  }

  /// CPU time until now, that of ended children included.
  double cpuSeconds() {
    return members().mapToLong(ProcessTree::ticks).sum() / TICKS_PER_SECOND;
  }

  private Stream<ProcessHandle> members() {
    return Stream.concat(Stream.of(root), root.descendants());
  }

  private static long pss(ProcessHandle process) {
    return read(process, "smaps_rollup")
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
        .sum();
  }

  private static long ticks(ProcessHandle process) {
    String stat = read(process, "stat");
    if (stat.isEmpty()) {
      return 0;
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long sum = 0;
    for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
      sum += Long.parseLong(fields[i]);
    }
    return sum;
  }

  /// Empty where the process has just ended.
  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
    } catch (IOException _) {
      return "";
    }
  }
}
