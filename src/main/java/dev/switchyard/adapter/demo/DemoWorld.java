package dev.switchyard.adapter.demo;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.memory.MemorySensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What `--demo` runs in: a simulated server and a temporary home with a few projects, which is
/// removed at the end.
public final class DemoWorld implements AutoCloseable {
  private static final int ATTEMPTS = 20;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  /// How long a loaded model stays: a demonstration has pauses.
  private static final Duration KEEP = Duration.ofMinutes(30);

  private final Path folder;
  private final SimulatedOllama server;

  private final Setup setup;
  private final Thread whenEnded = new Thread(this::removeQuietly, "demo-removal");

  private DemoWorld(Path folder, SimulatedOllama server, Setup setup) {
    this.folder = folder;
    this.server = server;
    this.setup = setup;
    // A program that is ended from outside closes nothing, and the folder must not stay behind.
    Runtime.getRuntime().addShutdownHook(whenEnded);
  }

  /// @throws UncheckedIOException if the system gives no temporary folder or no port
  public static DemoWorld open() {
    try {
      var folder = Files.createTempDirectory("switchyard-demo-");
      var setup = Setup.demo(Pace.real());
      var inMemory = setup.withLoaded(setup.installed().getFirst(), KEEP);
      var server = SimulatedOllama.start(inMemory);
      DemoProjects.write(folder, server.url());
      DemoTranscripts.write(folder, setup.pace().now());
      return new DemoWorld(folder, server, setup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Home home() {
    return Home.below(folder);
  }

  public EndpointUrl url() {
    return server.url();
  }

  /// This machine's memory with the simulated GPU in it.
  public MemorySensor sensor(MemorySensor machine) {
    return new DemoMemorySensor(machine, server, setup.gpuBytes());
  }

  /// Puts what was found out about its models before it began where that is kept.
  public void fill(ReportStore reports) {
    DemoReports.fill(reports, setup, server.url());
  }

  @Override
  public void close() {
    server.close();
    try {
      remove();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void removeQuietly() {
    try {
      remove();
    } catch (IOException _) {
      // The system clears its temporary folder in its own time.
      return;
    } catch (InterruptedException _) {
      return;
    }
  }

  /// Starts again where a program that was asked for its version, or a last answer, still writes
  /// there.
  private void remove() throws IOException, InterruptedException {
    for (int attempt = 1; Files.exists(folder); attempt++) {
      try {
        Files.walkFileTree(folder, new Removal());
      } catch (DirectoryNotEmptyException | NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        Thread.sleep(BETWEEN_ATTEMPTS);
      }
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
        throws IOException {
      Files.delete(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
