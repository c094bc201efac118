package dev.switchyard.ui.projects;

import java.nio.file.Path;

/// Paths as people know them: their own home is `~`.
///
/// @param home the person's home folder
public record Places(Path home) {
  public String of(Path path) {
    if (!path.startsWith(home)) {
      return path.toString();
    }
    var rest = home.relativize(path).toString();
    return rest.isEmpty() ? "~" : "~" + path.getFileSystem().getSeparator() + rest;
  }
}
