import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A program that was started and is to be ended by [#close].
final class Running implements AutoCloseable {
  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long BETWEEN_LOOKS_NANOS = 1_000_000;

  private final Program program;
  private final Frames frames;
  private final Process process;
  private final long startedNanos;

  /// @param log where what it prints goes
  Running(Program program, Frames frames, Path log) throws IOException {
    this.program = program;
    this.frames = frames;
    awaitFreeScreen();
    var builder = new ProcessBuilder(program.command());
    builder.environment().clear();
    builder.environment().putAll(program.environment());
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    startedNanos = System.nanoTime();
    process = builder.start();
  }

  /// How long it took from the start of the process until its content was on the screen.
  double millisToContent() {
    await(true);
    return (System.nanoTime() - startedNanos) / 1e6;
  }

  void awaitNoContent() {
    await(false);
  }

  private void await(boolean wanted) {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (program.content().isOn(frames) != wanted) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s: its content is not %s the screen; %s"
                .formatted(
                    program.title(),
                    wanted ? "on" : "off",
                    process.isAlive() ? "a minute passed" : "it ended"));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }

  boolean isOnScreen() {
    return program.content().isOn(frames);
  }

  ProcessTree tree() {
    return new ProcessTree(process.toHandle());
  }

  /// The share of one core that it takes, in percent.
  double cpuPercent(int seconds) throws InterruptedException {
    double before = tree().cpuSeconds();
    long from = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    double used = tree().cpuSeconds() - before;
    return 100 * used / ((System.nanoTime() - from) / 1e9);
  }

  /// Ends it. The screen is free for the next when that begins.
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    awaitFreeScreen();
  }

  /// The display takes a window off some time after its program has ended, also that of a program
  /// that somebody else has run, such as for its cache.
  private void awaitFreeScreen() {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (isOnScreen()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the screen still shows the last " + program.title());
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }
}
