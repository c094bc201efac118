package dev.switchyard.domain.route.watch;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.domain.route.SettingsVersions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files that remember what was written through them, so that the watch does not take Switchyard's
/// own writes for somebody else's.
public final class OwnWrites implements TextFiles {
  private final TextFiles files;
  private final Map<Path, Fingerprint> written = new HashMap<>();

  public OwnWrites(TextFiles files) {
    this.files = files;
  }

  /// Whether Switchyard put this content there: this process, or, as the versions tell, another one
  /// of its own such as a command.
  public boolean include(Path file, Optional<byte[]> content, SettingsVersions versions) {
    var target = files.target(file);
    var fingerprint = Fingerprint.of(content);
    synchronized (written) {
      if (fingerprint.equals(written.get(target))) {
        return true;
      }
    }
    try {
      return versions.of(target).stream()
          .findFirst()
          .filter(newest -> newest.made() != SettingsVersion.Cause.FOUND)
          .map(SettingsVersion::fingerprint)
          .equals(Optional.of(fingerprint));
    } catch (PortException _) {
      // Better one notice too many.
      return false;
    }
  }

  /// Remembered before it is done: the watch may hear of it at once.
  @Override
  public void replace(Path file, Optional<byte[]> expected, Optional<byte[]> content)
      throws PortException {
    synchronized (written) {
      written.put(files.target(file), Fingerprint.of(content));
    }
    files.replace(file, expected, content);
  }

  @Override
  public List<Path> filesIn(Path folder) throws PortException {
    return files.filesIn(folder);
  }

  @Override
  public Optional<byte[]> read(Path file) throws PortException {
    return files.read(file);
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
  public Path real(Path folder) {
    return files.real(folder);
  }

  @Override
  public void removeLeftovers(Path file) throws PortException {
    files.removeLeftovers(file);
  }

  @Override
  public void removeEmptyFolder(Path folder) throws PortException {
    files.removeEmptyFolder(folder);
  }
}
