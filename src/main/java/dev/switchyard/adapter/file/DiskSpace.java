package dev.switchyard.adapter.file;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.FreeSpace;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Asks the file system how much room there is where the models of this machine's server lie.
public final class DiskSpace implements FreeSpace {
  /// Where the service of Ollama's installer for Linux keeps them; the person may not be able to
  /// look inside.
  private static final Path SERVICE_MODELS = Path.of("/usr/share/ollama/.ollama/models");

  private final List<Path> candidates;

  public DiskSpace(Home home) {
    this.candidates =
        home.relocated()
            ? List.of(home.ollamaModels())
            : List.of(home.ollamaModels(), SERVICE_MODELS);
  }

  @Override
  public Known<Long> forModelsOf(EndpointUrl server) {
    if (!server.isLoopback()) {
      return Known.unknown(Message.of("models.disk.remote"));
    }
    var folder = nearestExisting(models());
    try {
      return Known.of(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException e) {
      return Known.unknown(Message.of("models.disk.unreadable", folder.toString()));
    }
  }

  @Override
  public boolean holdsBrokenOffPulls(EndpointUrl server) {
    if (!server.isLoopback()) {
      return false;
    }
    try (var parts = Files.newDirectoryStream(models().resolve("blobs"), "*-partial")) {
      return parts.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException _) {
      // A service's folder is closed to the person, and before the first pull there is none.
      return false;
    }
  }

  /// The folder of this machine's server.
  public Path models() {
    return candidates.stream().filter(Files::exists).findFirst().orElse(candidates.getFirst());
  }

  /// The folder itself may not exist before the first pull.
  private static Path nearestExisting(Path path) {
    var folder = path.toAbsolutePath();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }
}
