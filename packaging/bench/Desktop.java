import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A desktop that nobody sees: a display in memory, a window manager, a message bus, and a panel
/// for tray icons.
final class Desktop implements AutoCloseable {
  static final List<String> NEEDED = List.of("Xvfb", "openbox", "dbus-daemon", "xdotool");

  private final Map<String, String> environment = new HashMap<>();
  private final Deque<Process> processes = new ArrayDeque<>();
  private final Path log;
  private final Frames frames;
  private final Panel panel;

  /// @param folder a new one, for the display's file, sockets and logs
  Desktop(Path folder) throws Exception {
    log = folder.resolve("desktop.log");
    environment.put("PATH", System.getenv("PATH"));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("XDG_RUNTIME_DIR", folder.toString());
    // The server picks a free display and tells its number.
    var display =
        start(
            "Xvfb",
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1400x900x24",
            "-nolisten",
            "tcp",
            "-fbdir",
            folder.toString());
    environment.put("DISPLAY", ":" + firstLine(display));
    var bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1");
    environment.put("DBUS_SESSION_BUS_ADDRESS", firstLine(bus));
    start("openbox");
    frames = new Frames(folder.resolve("Xvfb_screen0"));
    panel = new Panel(environment.get("DBUS_SESSION_BUS_ADDRESS"));
  }

  /// What programs on this desktop get; nothing of the caller's environment but its path.
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  Frames frames() {
    return frames;
  }

  Panel panel() {
    return panel;
  }

  /// Closes the window of that title as its window manager does it for a person.
  void closeWindow(String title) throws IOException, InterruptedException {
    var search = List.of("xdotool", "search", "--onlyvisible", "--name", "^" + title + "$");
    run(Stream.concat(search.stream(), Stream.of("windowactivate", "--sync")));
    run(Stream.of("xdotool", "key", "alt+F4"));
  }

  private void run(Stream<String> command) throws IOException, InterruptedException {
    start(command.toArray(String[]::new)).waitFor();
  }

  private Process start(String... command) throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var process = builder.start();
    processes.push(process);
    return process;
  }

  private String firstLine(Process process) throws IOException {
    var line = process.inputReader().readLine();
    if (line == null) {
      throw new IllegalStateException("the desktop did not start: " + Files.readString(log));
    }
    return line.strip();
  }

  @Override
  public void close() {
    panel.close();
    processes.forEach(process -> {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.onExit().join();
    });
  }
}
