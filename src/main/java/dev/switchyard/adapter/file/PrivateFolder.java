package dev.switchyard.adapter.file;

import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder that nobody but its owner may look into: what is in it came out of a person's files.
public final class PrivateFolder {
  private PrivateFolder() {}

  /// Makes the folder where it is missing, and closes it to others where it is not.
  ///
  /// @throws PortException DENIED, NO_SPACE, FAILED
  public static void create(Path folder) throws PortException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
      var wanted = PosixFilePermissions.fromString("rwx------");
      if (view != null && !view.readAttributes().permissions().equals(wanted)) {
        view.setPermissions(wanted);
      }
    } catch (IOException e) {
      throw FileFailures.explain(folder, e);
    }
  }
}
