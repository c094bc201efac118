package dev.switchyard.domain.project;

import java.nio.file.Path;
import java.util.Optional;

/// A folder that Claude Code is started in.
///
/// @param folder absolute path of the project's root
/// @param gitRoot root of the checkout that holds it; the main checkout's for a linked worktree is
///   [#gitMainRoot]
/// @param gitMainRoot root of the main checkout: Claude Code reads its `settings.local.json` in
///   subfolders and worktrees
/// @param exists whether the folder is there now
public record Project(
    Path folder, Optional<Path> gitRoot, Optional<Path> gitMainRoot, boolean exists) {
  public String name() {
    var last = folder.getFileName();
    return last == null ? folder.toString() : last.toString();
  }
}
