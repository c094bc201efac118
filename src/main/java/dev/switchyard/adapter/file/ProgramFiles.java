package dev.switchyard.adapter.file;

import dev.switchyard.domain.probe.ProgramStamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Tells builds of a program apart by its real file: place, length and time.
public final class ProgramFiles implements ProgramStamps {
  @Override
  public Optional<String> of(Path program) {
    try {
      var real = program.toRealPath();
      return Files.isExecutable(real)
          ? Optional.of(
              real + " " + Files.size(real) + " " + Files.getLastModifiedTime(real).toMillis())
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
