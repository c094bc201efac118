import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The figures as a Markdown table, each beside its aim.
final class Report {
  private static final String BEGIN = "<!-- figures -->\n";
  private static final String END = "<!-- end of the figures -->\n";
  private static final double DEB_MEGABYTES = 60;

  private final List<String> rows = new ArrayList<>();
  private final String loadBefore = load();

  /// Two programs measured in turns; the ratio is the median of those of each turn.
  ///
  /// @param most the aim for the ratio
  void ratio(String what, int decimals, Figures ours, Figures bare, double most) {
    double ratio = ours.medianRatio(bare);
    row(
        what,
        ours.text(decimals),
        bare.text(decimals),
        "%.2f times".formatted(ratio),
        "at most %.1f times".formatted(most),
        verdict(ratio <= most));
  }

  /// As [#ratio], without an aim.
  void compared(String what, int decimals, Figures ours, Figures bare) {
    row(
        what,
        ours.text(decimals),
        bare.text(decimals),
        "%.2f times".formatted(ours.medianRatio(bare)),
        "",
        "");
  }

  /// @param most the aim for what ours takes more, in points of a percent
  void difference(String what, double ours, double bare, double most) {
    row(
        what,
        "%.2f".formatted(ours),
        "%.2f".formatted(bare),
        "%+.2f points".formatted(ours - bare),
        most == 0 ? "not above" : "at most +%.1f points".formatted(most),
        verdict(ours - bare <= most));
  }

  void most(String what, int decimals, double ours, double most) {
    row(
        what,
        ("%." + decimals + "f").formatted(ours),
        "",
        "",
        "at most " + most,
        verdict(ours <= most));
  }

  void figure(String what, int decimals, double ours) {
    row(what, ("%." + decimals + "f").formatted(ours), "", "", "", "");
  }

  /// @param installers where the .deb is, if one was made
  void sizes(Path image, Path installers) throws IOException {
    figure("Image on the disk, MB", 0, megabytes(image));
    if (!Files.isDirectory(installers)) {
      return;
    }
    try (Stream<Path> files = Files.list(installers)) {
      for (Path deb : files.filter(file -> file.toString().endsWith(".deb")).toList()) {
        most(".deb, MB", 1, megabytes(deb), DEB_MEGABYTES);
      }
    }
  }

  private static double megabytes(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes / 1e6;
    }
  }

  private static String verdict(boolean reached) {
    return reached ? "reached" : "**missed**";
  }

  private void row(String... cells) {
    String row = "| " + String.join(" | ", cells) + " |";
    System.out.println(row);
    rows.add(row);
  }

  void print() throws IOException {
    System.out.println();
    System.out.print(text());
  }

  /// Replaces the table in a file, between its two marks.
  void write(Path file) throws IOException {
    String old = Files.readString(file);
    int from = old.indexOf(BEGIN);
    int to = old.indexOf(END);
    if (from < 0 || to < from) {
      throw new IllegalStateException(file + " has no marks " + BEGIN + END);
    }
    Files.writeString(file, old.substring(0, from + BEGIN.length()) + text() + old.substring(to));
  }

  private String text() throws IOException {
    return """
    %s, %s; load %s before and %s after. Median (least–greatest).

    | What | Switchyard | bare | beside each other | aim | |
    |---|---|---|---|---|---|
    %s
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC), machine(), loadBefore, load(), String.join("\n", rows));
  }

  private static String machine() throws IOException {
    String processor =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 2))
            .findFirst()
            .orElse("processor of an unknown name");
    return "%d cores (%s), %s, Xvfb"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor,
            Files.readString(Path.of("/proc/sys/kernel/ostype")).strip());
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    } catch (IOException _) {
      return "unknown";
    }
  }
}
