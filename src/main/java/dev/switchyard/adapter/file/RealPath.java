package dev.switchyard.adapter.file;

import java.io.IOException;
import java.nio.file.Path;

/// The one name of a place that may be reached by several: without symbolic links, and on systems
/// that ignore case as the disk spells it. Where the place is not there, its nearest folder that is
/// counts.
public final class RealPath {
  private RealPath() {}

  public static Path of(Path path) {
    var absolute = path.toAbsolutePath().normalize();
    for (var there = absolute; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(absolute)).normalize();
      } catch (IOException _) {
        // Not there, or not to be looked at: its parent may be.
      }
    }
    return absolute;
  }

  /// The same for a file whose name may be a link itself, also to a file that is not there yet.
  public static Path ofTarget(Path file) {
    try {
      return of(Target.of(file).path());
    } catch (IOException _) {
      // Links in a circle, or a folder that may not be looked at.
      return of(file);
    }
  }
}
