package dev.switchyard.adapter.doctor;

import dev.switchyard.adapter.process.OllamaProcess;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.doctor.ServerMachine;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.FreeSpace;
import dev.switchyard.domain.start.SystemVariables;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import oshi.software.os.InternetProtocolStats.IPConnection;

/// What this machine knows of a server that runs on it.
public final class OwnMachine implements ServerMachine {
  private final FreeSpace disk;
  private final Supplier<Path> models;
  private final StartedServer started;
  private final WindowsBelowLinux windows;

  /// @param models where the server keeps its models
  /// @param root where the system's own folders begin, `/` but in tests
  /// @param surroundings of this program
  /// @param home the person's home folder
  /// @param stores what macOS and Windows give to programs that they start
  public OwnMachine(
      FreeSpace disk,
      Supplier<Path> models,
      Path root,
      Surroundings surroundings,
      Path home,
      SystemVariables stores) {
    this.disk = disk;
    this.models = models;
    var system = surroundings.system();
    var units = new SystemdUnits(root, home.resolve(".config"));
    this.started = new StartedServer(system, units, stores, surroundings.environment());
    this.windows = new WindowsBelowLinux(system, root);
  }

  @Override
  public Start start(EndpointUrl url) {
    return started.start(url);
  }

  @Override
  public Known<Optional<WindowsHost>> windowsHost() {
    return windows.find();
  }

  @Override
  public Known<Boolean> isService(EndpointUrl url) {
    return Known.of(url.isLoopback() && Files.exists(OllamaProcess.SERVICE));
  }

  @Override
  public Known<Long> freeBytes(EndpointUrl url) {
    return disk.forModelsOf(url);
  }

  @Override
  public Known<Long> unfinishedBytes(EndpointUrl url) {
    if (!url.isLoopback()) {
      return Known.unknown(Message.of("models.disk.remote"));
    }
    var blobs = models.get().resolve("blobs");
    if (Files.notExists(blobs)) {
      return Known.of(0L);
    }
    long bytes = 0;
    try (var parts = Files.newDirectoryStream(blobs, "*-partial*")) {
      for (var part : parts) {
        bytes += Files.size(part);
      }
      return Known.of(bytes);
    } catch (IOException | DirectoryIteratorException _) {
      return Known.unknown(Message.of("models.disk.unreadable", blobs.toString()));
    }
  }

  /// Who listens there is told by the system; of another person's program it may tell no more than
  /// that there is one.
  @Override
  public Known<Optional<String>> portOwner(EndpointUrl url) {
    if (!url.isLoopback()) {
      return Known.of(Optional.empty());
    }
    return Known.of(
        Listeners.at(url).stream()
            .map(IPConnection::getowningProcessId)
            .filter(process -> process > 0)
            .findFirst()
            .map(OwnMachine::name));
  }

  private static String name(int process) {
    return ProcessHandle.of(process)
        .flatMap(handle -> handle.info().command())
        .map(command -> "%s (%d)".formatted(command, process))
        .orElseGet(() -> String.valueOf(process));
  }
}
