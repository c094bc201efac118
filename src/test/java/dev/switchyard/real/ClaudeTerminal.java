package dev.switchyard.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// An interactive session of the real Claude Code, in a terminal that `script` gives it: a person
/// types, and what the terminal shows can be waited for.
public final class ClaudeTerminal implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final StringBuilder shown = new StringBuilder();

  private ClaudeTerminal(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::readAll);
  }

  /// Starts one and waits until it takes a prompt.
  ///
  /// @param environment all that it gets
  public static ClaudeTerminal open(Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    RealPrograms.requireOnPath("script");
    var command = "stty rows 40 cols 120; exec claude";
    var builder =
        new ProcessBuilder(List.of("script", "-qfec", command, "/dev/null"))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    var terminal = new ClaudeTerminal(builder.start());
    terminal.await("❯");
    return terminal;
  }

  /// Types one line. The end of it is a key press of its own: in one piece it would be a paste.
  public void say(String line) throws IOException, InterruptedException {
    synchronized (shown) {
      shown.setLength(0);
    }
    type(line);
    await(line);
    type("\r");
  }

  private void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  private void await(String text) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    synchronized (shown) {
      while (shown.indexOf(text) < 0) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
          throw new AssertionError("\"" + text + "\" was not shown in time: " + shown);
        }
        shown.wait(left);
      }
    }
  }

  private void readAll() {
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        synchronized (shown) {
          shown.append((char) next);
          shown.notifyAll();
        }
      }
    } catch (IOException _) {
      // Closed while it was read: the session is over.
    }
  }

  /// Ends it as a closed terminal does, and waits until it is gone.
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
