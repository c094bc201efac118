package dev.switchyard.adapter.file;

import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// What is in a folder, all of it or a failure.
public final class Listing {
  private Listing() {}

  /// In no order.
  ///
  /// @return empty also where there is no such folder
  /// @throws PortException DENIED, or FAILED also for what is no folder
  public static List<Path> of(Path folder) throws PortException {
    try {
      return read(folder);
    } catch (IOException e) {
      throw FileFailures.explain(folder, e);
    }
  }

  static List<Path> read(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
