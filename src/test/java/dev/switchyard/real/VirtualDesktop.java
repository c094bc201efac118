package dev.switchyard.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A display in memory with a window manager and a message bus of its own, so that real terminals
/// open windows that nobody sees. Where its programs are not installed the test is skipped.
public final class VirtualDesktop implements AutoCloseable {
  private final Deque<Process> processes = new ArrayDeque<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Path log;

  private VirtualDesktop(Path folder) throws IOException {
    this.log = folder.resolve("desktop.log");
    environment.put("XDG_RUNTIME_DIR", folder.toString());
    // The server picks a free display and tells its number.
    var server =
        start("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp");
    environment.put("DISPLAY", ":" + firstLine(server));
    var bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1");
    environment.put("DBUS_SESSION_BUS_ADDRESS", firstLine(bus));
    start("openbox");
  }

  /// @param folder of the test's, for logs
  public static VirtualDesktop start(Path folder) throws IOException {
    for (var program : List.of("Xvfb", "dbus-daemon", "openbox")) {
      RealPrograms.requireOnPath(program);
    }
    return new VirtualDesktop(folder);
  }

  /// What programs on this desktop need.
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /// A picture of the whole display.
  public void photograph(Path picture) throws IOException, InterruptedException {
    new ProcessBuilder(
            "import", "-display", environment.get("DISPLAY"), "-window", "root", picture.toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }

  private Process start(String... command) throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var process = builder.start();
    processes.push(process);
    return process;
  }

  private String firstLine(Process process) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var line = reader.readLine();
    if (line == null) {
      close();
      throw new IOException("the desktop did not start: " + Files.readString(log));
    }
    return line.strip();
  }

  /// Ends everything on it: programs whose display goes away end too.
  @Override
  public void close() {
    processes.forEach(process -> {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.onExit().join();
    });
  }
}
