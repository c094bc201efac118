package dev.switchyard.domain.modelfile;

import java.nio.file.Path;

/// Where paths in a Modelfile begin.
///
/// @param modelfile the folder of the Modelfile: relative paths start there
/// @param home the person's home folder, for `~`
public record Folders(Path modelfile, Path home) {
  /// @throws java.nio.file.InvalidPathException if the text is no path on this system
  Path resolve(String written) {
    if (written.equals("~")) {
      return home;
    }
    return written.startsWith("~/")
        ? home.resolve(written.substring(2))
        : modelfile.resolve(written);
  }
}
