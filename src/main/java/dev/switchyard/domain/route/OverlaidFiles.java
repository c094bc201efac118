package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.ReadableFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files as they would be after some changes: to see what follows before anything is written.
///
/// @param files the files as they are
/// @param changes other contents by the files' targets, empty for a file that would be gone
record OverlaidFiles(ReadableFiles files, Map<Path, Optional<byte[]>> changes)
    implements ReadableFiles {
  @Override
  public Optional<byte[]> read(Path file) throws PortException {
    var changed = changes.get(files.target(file));
    return changed == null ? files.read(file) : changed;
  }

  @Override
  public Path target(Path file) {
    return files.target(file);
  }

  @Override
  public boolean isFolder(Path folder) {
    return files.isFolder(folder);
  }

  @Override
  public List<Path> filesIn(Path folder) throws PortException {
    return files.filesIn(folder);
  }

  @Override
  public Path real(Path folder) {
    return files.real(folder);
  }
}
