package dev.switchyard.adapter.file;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.ExportFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A file in UTF-8 at a place that a person chose.
public final class ChosenFile implements ExportFile {
  @Override
  public void write(Path file, String text) throws PortException {
    var _ = AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
