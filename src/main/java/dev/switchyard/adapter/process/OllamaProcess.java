package dev.switchyard.adapter.process;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.ServerProcess;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// Starts `ollama serve` in a session of its own and stops what it started, also from a later run
/// of the panel.
public final class OllamaProcess implements ServerProcess {
  /// The first start on a slow disk, with GPU discovery, takes some seconds.
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  /// What Ollama's installer for Linux has systemd run.
  public static final Path SERVICE = Path.of("/etc/systemd/system/ollama.service");

  private static final Duration POLL = Duration.ofMillis(100);

  private final Processes processes;
  private final Programs programs;
  private final Predicate<EndpointUrl> answers;
  private final StartedProcess started;
  private final Path log;
  private final Path serviceFile;

  /// @param answers whether a server answers at an address now
  public OllamaProcess(
      Processes processes, Programs programs, Home home, Predicate<EndpointUrl> answers) {
    this(processes, programs, home, answers, SERVICE);
  }

  OllamaProcess(
      Processes processes,
      Programs programs,
      Home home,
      Predicate<EndpointUrl> answers,
      Path serviceFile) {
    this.processes = processes;
    this.programs = programs;
    this.answers = answers;
    this.started = new StartedProcess(home.state().resolve("ollama-process.properties"));
    this.log = home.state().resolve("ollama.log");
    this.serviceFile = serviceFile;
  }

  @Override
  public boolean startedByUs() {
    return started.find().isPresent();
  }

  @Override
  public void start(EndpointUrl url, Cancellation cancellation) throws PortException {
    if (answers.test(url)) {
      return;
    }
    if (!url.isLoopback()) {
      throw refused(Message.of("ollama.start.elsewhere", url.toString()));
    }
    // The service keeps its models in its own home: a second server, run by the person, would show
    // none of them.
    if (Files.exists(serviceFile)) {
      throw refused(Message.of("ollama.start.service"));
    }
    var process = processes.startDetached(command(url), log);
    started.remember(process);
    awaitReady(process, url, cancellation);
  }

  @Override
  public void stop() throws PortException {
    var process = started.find().orElseThrow(() -> refused(Message.of("ollama.stop.not-ours")));
    end(process);
    started.forget();
  }

  private Command command(EndpointUrl url) throws PortException {
    var program =
        switch (programs.ollama()) {
          case Known.Value<Program>(var found) -> found;
          case Known.Unknown<Program>(var reason) ->
              throw new PortException(PortException.Kind.UNREACHABLE, reason);
        };
    return Command.of(program.path().toString(), "serve")
        .with(Map.of("OLLAMA_HOST", url.host() + ":" + url.port()));
  }

  private void awaitReady(Detached process, EndpointUrl url, Cancellation cancellation)
      throws PortException {
    long end = System.nanoTime() + READY_LIMIT.toNanos();
    while (!answers.test(url)) {
      if (cancellation.requested()) {
        stop();
        throw new PortException(PortException.Kind.CANCELLED, Message.of("ollama.start.cancelled"));
      }
      if (process.exitWithin(POLL).isPresent()) {
        started.forget();
        throw new PortException(
            PortException.Kind.FAILED,
            Message.of("ollama.start.ended", LogTail.of(log), log.toString()));
      }
      if (System.nanoTime() > end) {
        throw new PortException(
            PortException.Kind.TIMEOUT,
            Message.of(
                "ollama.start.silent", READY_LIMIT.toSeconds(), LogTail.of(log), log.toString()));
      }
    }
  }

  /// The server unloads its models when asked to end; only if it does not, it is killed with its
  /// runners.
  private static void end(ProcessHandle process) throws PortException {
    var runners = process.descendants().toList();
    process.destroy();
    if (!endsWithin(process, Duration.ofSeconds(10))) {
      Processes.kill(process);
    }
    runners.forEach(Processes::kill);
    if (!endsWithin(process, Duration.ofSeconds(5))) {
      throw new PortException(
          PortException.Kind.FAILED, Message.of("ollama.stop.failed", process.pid()));
    }
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    } catch (ExecutionException | TimeoutException _) {
      return !process.isAlive();
    }
  }

  private static PortException refused(Message text) {
    return new PortException(PortException.Kind.REFUSED, text);
  }
}
