import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Measures the packaged Switchyard beside a bare window and a bare program, from outside, one
/// after the other in turns, so that both see the same machine. `packaging/bench/startup` runs it.
final class Startup {
  /// From a window's content until its memory is read or its rest is watched.
  private static final int SETTLE_SECONDS = 10;

  private final Options options;
  private final Desktop desktop;
  private final Subjects subjects;
  private final Report report = new Report();
  private final Path log;

  private Startup(Options options, Desktop desktop, Subjects subjects, Path log) {
    this.options = options;
    this.desktop = desktop;
    this.subjects = subjects;
    this.log = log;
  }

  public static void main(String[] arguments) throws Exception {
    var options = Options.parse(arguments);
    if (!missing().isEmpty()) {
      System.out.println("SKIPPED the figures of the start: this machine has no " + missing());
      System.exit(2);
    }
    if (!Files.exists(Subjects.image())) {
      throw new IllegalStateException("no image: run ./mvnw -Pinstaller package");
    }
    Path folder = Files.createTempDirectory("switchyard-bench");
    try (var desktop = new Desktop(Files.createDirectory(folder.resolve("run")));
        var server = SimulatedOllama.start(Setup.instant())) {
      var subjects = new Subjects(folder, desktop.environment(), server.url().toString());
      new Startup(options, desktop, subjects, folder.resolve("programs.log")).measure();
    } finally {
      delete(folder);
    }
    System.exit(0);
  }

  /// The programs that it needs and that this machine does not have.
  private static List<String> missing() {
    return Desktop.NEEDED.stream()
        .filter(program ->
            Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .noneMatch(place -> Files.isExecutable(Path.of(place, program))))
        .toList();
  }

  private void measure() throws Exception {
    if (options.only().contains("starts")) {
      starts();
    }
    if (options.only().contains("rest")) {
      rest();
    }
    if (options.only().contains("tray")) {
      tray();
    }
    if (options.only().contains("status")) {
      status();
    }
    if (options.only().contains("sizes")) {
      report.sizes(Subjects.image(), Path.of("target/installer"));
    }
    report.print();
    if (options.write()) {
      report.write(Path.of("docs/performance.md"));
    }
  }

  /// Start and memory. The first round only fills the system's file cache.
  private void starts() throws Exception {
    var programs = List.of(subjects.window(), subjects.bareWindow());
    var until = List.of(new Figures(), new Figures());
    var work = List.of(new Figures(), new Figures());
    var memory = List.of(new Figures(), new Figures());
    for (int round = 0; round <= options.starts(); round++) {
      for (int which : turns(round)) {
        try (var running = start(programs.get(which))) {
          double millis = running.millisToContent();
          if (round > 0) {
            until.get(which).add(millis);
            work.get(which).add(running.tree().cpuSeconds() * 1000);
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            memory.get(which).add(running.tree().pssMegabytes());
          }
        }
      }
    }
    report.ratio("Start until content, ms", 0, until.getFirst(), until.getLast(), 1.8);
    report.compared("CPU time until then, ms", 0, work.getFirst(), work.getLast());
    report.ratio("Memory (PSS), MB", 0, memory.getFirst(), memory.getLast(), 1.5);
  }

  /// Who comes first, in turns.
  private static int[] turns(int round) {
    return round % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0};
  }

  private void rest() throws Exception {
    var programs = List.of(subjects.window(), subjects.bareWindow());
    double[] shown = new double[2];
    double[] hidden = new double[2];
    for (int which = 0; which < 2; which++) {
      try (var running = start(programs.get(which))) {
        running.millisToContent();
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        shown[which] = running.cpuPercent(options.seconds());
        desktop.closeWindow(programs.get(which).title());
        running.awaitNoContent();
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        hidden[which] = running.cpuPercent(options.seconds());
      }
    }
    report.difference("CPU, window shown, % of a core", shown[0], shown[1], 0.3);
    report.difference("CPU, window closed into the tray, % of a core", hidden[0], hidden[1], 0);
  }

  private void tray() throws Exception {
    desktop.panel().forget();
    try (var running = start(subjects.tray())) {
      desktop.panel().awaitIcon();
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      report.most(
          "CPU, started into the tray, % of a core", 2, running.cpuPercent(options.seconds()), 0.1);
      report.figure("Memory, started into the tray, MB", 0, running.tree().pssMegabytes());
      if (running.isOnScreen()) {
        throw new IllegalStateException("--tray showed the window");
      }
    }
  }

  private void status() throws Exception {
    var programs = List.of(subjects.status(), subjects.bareReading());
    var until = List.of(new Figures(), new Figures());
    for (int round = 0; round <= 2 * options.starts(); round++) {
      for (int which : turns(round)) {
        double millis = millisToEnd(programs.get(which));
        if (round > 0) {
          until.get(which).add(millis);
        }
      }
    }
    report.ratio("`switchyard status`, ms", 0, until.getFirst(), until.getLast(), 1.8);
  }

  private double millisToEnd(Program program) throws Exception {
    var builder = new ProcessBuilder(program.command());
    builder.environment().clear();
    builder.environment().putAll(program.environment());
    Path answer = log.resolveSibling("answer");
    builder.redirectErrorStream(true).redirectOutput(answer.toFile());
    long from = System.nanoTime();
    var process = builder.start();
    process.waitFor();
    double millis = (System.nanoTime() - from) / 1e6;
    if (process.exitValue() != 0 || !Files.readString(answer).matches("(?s).*[0-9]{9}.*")) {
      throw new IllegalStateException(program.title() + ": " + Files.readString(answer));
    }
    return millis;
  }

  private Running start(Program program) throws Exception {
    return new Running(program, desktop.frames(), log);
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
