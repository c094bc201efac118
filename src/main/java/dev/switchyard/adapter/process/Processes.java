package dev.switchyard.adapter.process;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Runs programs: argument lists only, a time limit, both streams read and bounded, killed together
/// with their children.
public final class Processes {
  /// How much of each stream is kept, in bytes. The rest is read and dropped.
  public static final int OUTPUT_LIMIT = 1 << 20;

  private static final Pattern ERROR_NUMBER = Pattern.compile("error[=:] ?(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Map<String, String> environment;
  private final OperatingSystem system;

  /// @param environment what children get, see [ChildEnvironment]
  public Processes(Map<String, String> environment, OperatingSystem system) {
    this.environment = Map.copyOf(environment);
    this.system = system;
  }

  /// Runs to the end; an exit code other than 0 is an answer, not a failure.
  ///
  /// @throws PortException UNREACHABLE if there is no such program, MISSING if there is no such
  ///   folder, DENIED if it may not be run, TIMEOUT after the command's limit
  public Outcome run(Command command) throws PortException {
    return run(command, Cancellation.NEVER);
  }

  /// @throws PortException as [#run(Command)], and CANCELLED
  public Outcome run(Command command, Cancellation cancellation) throws PortException {
    var process = start(command, builder(located(command), command));
    cancellation.onRequest(() -> kill(process.toHandle()));
    try (var output = new Drain(process.getInputStream(), OUTPUT_LIMIT);
        var errors = new Drain(process.getErrorStream(), OUTPUT_LIMIT)) {
      PipeThread.start("feed", () -> feed(process, command.input()));
      boolean ended = process.waitFor(command.limit().toMillis(), TimeUnit.MILLISECONDS);
      check(command, !ended, cancellation);
      return new Outcome(process.exitValue(), output.text(PATIENCE), errors.text(PATIENCE));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cancelled(command, interrupted);
    } finally {
      kill(process.toHandle());
    }
  }

  /// What a program says, line by line.
  @FunctionalInterface
  public interface Lines {
    /// @param line of its standard output, at most [#OUTPUT_LIMIT] characters of it
    /// @return whether more is wanted; otherwise the program has a second to end by itself
    /// @throws PortException ends the program at once
    boolean on(String line) throws PortException;
  }

  /// As [#run(Command, Cancellation)], but hands its output on while it comes, on the calling
  /// thread.
  ///
  /// @return the exit code and what stood on its standard error; the output is empty
  public Outcome run(Command command, Lines lines, Cancellation cancellation) throws PortException {
    var process = start(command, builder(located(command), command));
    cancellation.onRequest(() -> kill(process.toHandle()));
    PipeThread.start("feed", () -> feed(process, command.input()));
    var limit = new TimeLimit(process, command.limit());
    var feed = new LineFeed(process, OUTPUT_LIMIT, LONGEST);
    try (var errors = new Drain(process.getErrorStream(), OUTPUT_LIMIT)) {
      if (hasEnough(command, feed, lines, cancellation)
          && !process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill(process.toHandle());
      }
      int exitCode = process.waitFor();
      check(command, limit.reached(), cancellation);
      return new Outcome(exitCode, "", errors.text(PATIENCE));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cancelled(command, interrupted);
    } finally {
      feed.end();
      limit.end();
      kill(process.toHandle());
    }
  }

  /// @return whether no more lines are wanted, false where there are no more
  private static boolean hasEnough(
      Command command, LineFeed feed, Lines lines, Cancellation cancellation)
      throws InterruptedException, PortException {
    for (var line = feed.next(PATIENCE); line.isPresent(); line = feed.next(PATIENCE)) {
      if (cancellation.requested()) {
        throw cancelled(command, null);
      }
      if (!lines.on(line.get())) {
        return true;
      }
    }
    return false;
  }

  private static void check(Command command, boolean timeIsUp, Cancellation cancellation)
      throws PortException {
    if (cancellation.requested()) {
      throw cancelled(command, null);
    }
    if (timeIsUp) {
      throw new PortException(
          PortException.Kind.TIMEOUT,
          Message.of("process.timeout", command.program(), command.limit().toSeconds()));
    }
  }

  private static PortException cancelled(Command command, @Nullable Throwable cause) {
    return new PortException(
        PortException.Kind.CANCELLED, Message.of("process.cancelled", command.program()), cause);
  }

  /// Starts what outlives Switchyard: in a session of its own where the system has them, so that
  /// neither a closed terminal nor Ctrl-C in it ends it. The command's time limit does not apply.
  ///
  /// @param log gets both output streams; it is made anew, with its folder
  /// @throws PortException as [#run(Command)]
  public Detached startDetached(Command command, Path log) throws PortException {
    // `setsid` starts also where the program is missing, so that is found out before.
    if (command.program().contains("/") && !Files.isExecutable(Path.of(command.program()))) {
      throw missing(command);
    }
    var builder = builder(detaching(located(command)), command);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Files.deleteIfExists(log);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      builder.redirectInput(
          ProcessBuilder.Redirect.from(
              Path.of(system == OperatingSystem.WINDOWS ? "NUL" : "/dev/null").toFile()));
    } catch (IOException e) {
      throw new PortException(
          PortException.Kind.FAILED, Message.of("process.log", log.toString(), reason(e)), e);
    }
    return new Detached(start(command, builder), log);
  }

  /// The program's file, looked for on the `PATH` that the child gets; Java itself would look on
  /// ours. Windows has rules of its own for that and is left to them.
  private List<String> located(Command command) throws PortException {
    var program = command.program();
    if (system == OperatingSystem.WINDOWS || program.contains("/")) {
      return command.arguments();
    }
    var file = onPath(program).orElseThrow(() -> missing(command));
    var arguments = new ArrayList<>(command.arguments());
    arguments.set(0, file.toString());
    return arguments;
  }

  private Optional<Path> onPath(String program) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private List<String> detaching(List<String> arguments) {
    return switch (system) {
      case LINUX -> onPath("setsid").map(setsid -> prefixed(setsid, arguments)).orElse(arguments);
      case MACOS -> onPath("nohup").map(nohup -> prefixed(nohup, arguments)).orElse(arguments);
      case WINDOWS -> arguments;
    };
  }

  private static List<String> prefixed(Path program, List<String> arguments) {
    var all = new ArrayList<String>();
    all.add(program.toString());
    all.addAll(arguments);
    return all;
  }

  private ProcessBuilder builder(List<String> arguments, Command command) {
    var builder = new ProcessBuilder(arguments);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(command.environment());
    command.directory().ifPresent(folder -> builder.directory(folder.toFile()));
    return builder;
  }

  private static Process start(Command command, ProcessBuilder builder) throws PortException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw failure(command, e);
    }
  }

  private static PortException failure(Command command, IOException e) {
    var folder = command.directory();
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      return new PortException(
          PortException.Kind.MISSING, Message.of("process.folder", folder.get().toString()), e);
    }
    // Java tells the system's error number only in its text: 2 is "no such file"; 13, on Windows 5,
    // "access denied".
    var number = ERROR_NUMBER.matcher(reason(e));
    return switch (number.find() ? number.group(1) : "") {
      case "2" -> missing(command);
      case "5", "13" -> notStarted(PortException.Kind.DENIED, command, e);
      default -> notStarted(PortException.Kind.FAILED, command, e);
    };
  }

  private static PortException missing(Command command) {
    return new PortException(
        PortException.Kind.UNREACHABLE, Message.of("process.missing", command.program()));
  }

  private static PortException notStarted(PortException.Kind kind, Command command, IOException e) {
    return new PortException(
        kind, Message.of("process.not-started", command.program(), reason(e)), e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static void feed(Process process, byte[] input) {
    try (var stream = process.getOutputStream()) {
      stream.write(input);
    } catch (IOException _) {
      // It ended without reading everything, as `head` does; its exit code tells whether that is a
      // failure.
    }
  }

  /// Kills a process and all that it started. Children are listed before their parent dies, since
  /// the system gives orphans another parent.
  static void kill(ProcessHandle process) {
    var family = process.descendants().toList();
    process.destroyForcibly();
    family.forEach(Processes::kill);
  }
}
