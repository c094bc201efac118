package dev.switchyard.adapter.file;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.ShapeReader;
import dev.switchyard.domain.fit.ShapeStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Models' shapes, one file each in `shapes` of Switchyard's state folder, in the form that
/// [ShapeReader] reads. Only the newest are kept.
public final class ShapeFiles implements ShapeStore {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST_FILES = 100;

  private final Path directory;

  /// @param state Switchyard's state folder
  public ShapeFiles(Path state) {
    this.directory = state.resolve("shapes");
  }

  @Override
  public Optional<ModelShape> find(String digest) {
    if (!DIGEST.matcher(digest).matches()) {
      return Optional.empty();
    }
    try {
      var content = AtomicFiles.read(file(digest));
      return content.isEmpty()
          ? Optional.empty()
          : Optional.of(ShapeReader.read(new ByteArrayInputStream(content.get())));
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  @Override
  public void keep(String digest, ModelShape shape) {
    if (!DIGEST.matcher(digest).matches() || shape.architecture().isEmpty()) {
      return;
    }
    try {
      PrivateFolder.create(directory);
      removeOldest();
      AtomicFiles.writePrivate(file(digest), JsonMapper.shared().writeValueAsBytes(json(shape)));
    } catch (IOException | UncheckedIOException | PortException _) {
      // The server tells it again.
    }
  }

  private Path file(String digest) {
    return directory.resolve(digest + ".json");
  }

  private static Map<String, Object> json(ModelShape shape) {
    List<Map<String, Object>> tensors =
        shape.tensors().stream()
            .map(tensor ->
                Map.<String, Object>of(
                    "name", tensor.name(), "type", tensor.type(), "shape", tensor.shape()))
            .toList();
    return Map.of("model_info", shape.values(), "file_size", shape.fileBytes(), "tensors", tensors);
  }

  private void removeOldest() throws IOException {
    try (var all = Files.list(directory)) {
      var files = all.sorted(Comparator.comparing(ShapeFiles::changed).reversed()).toList();
      for (var old : files.subList(Math.min(MOST_FILES - 1, files.size()), files.size())) {
        Files.deleteIfExists(old);
      }
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }
}
