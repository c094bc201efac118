package dev.switchyard.adapter.claude;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When settings files changed last, as the file system tells.
public final class SettingsTimes {
  private SettingsTimes() {}

  /// A link and what it leads to both count. For a file that is missing, the folder counts that it
  /// would be in; where that is missing too, the one above it.
  ///
  /// @return empty where nothing of that can be told
  public static Optional<Instant> lastChange(Path file) {
    if (Files.exists(file)) {
      return Stream.of(changed(file), changed(file, LinkOption.NOFOLLOW_LINKS))
          .flatMap(Optional::stream)
          .max(Comparator.naturalOrder());
    }
    for (@Nullable Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder)) {
        return changed(folder);
      }
    }
    return Optional.empty();
  }

  /// When the folder was made that a file is in.
  ///
  /// @return empty where there is none, or its file system does not remember that
  public static Optional<Instant> folderMade(Path file) {
    var folder = file.getParent();
    try {
      return folder == null
          ? Optional.empty()
          : Optional.of(
              Files.readAttributes(folder, BasicFileAttributes.class).creationTime().toInstant());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// On Unix the time of the last change of any kind: a file that was moved here keeps the time of
  /// its content.
  private static Optional<Instant> changed(Path path, LinkOption... options) {
    try {
      return Optional.of(((FileTime) Files.getAttribute(path, "unix:ctime", options)).toInstant());
    } catch (UnsupportedOperationException | IllegalArgumentException _) {
      return modified(path, options);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> modified(Path path, LinkOption... options) {
    try {
      return Optional.of(Files.getLastModifiedTime(path, options).toInstant());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
