package dev.switchyard.adapter.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What tells cheaply that a file has changed: no content is read.
///
/// @param changed when it was written last
/// @param size in bytes
/// @param key which file it is, where the system has numbers for that
record Snapshot(FileTime changed, long size, @Nullable Object key) {
  /// @return empty where there is no file
  static Optional<Snapshot> of(Path file) {
    try {
      var seen = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new Snapshot(seen.lastModifiedTime(), seen.size(), seen.fileKey()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
