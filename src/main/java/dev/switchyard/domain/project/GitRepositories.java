package dev.switchyard.domain.project;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.Optional;

/// Port: what git knows of a folder.
public interface GitRepositories {
  /// A checkout of a repository.
  ///
  /// @param root where its files begin
  /// @param mainRoot the same of the main checkout, for a linked worktree; otherwise the root
  /// @param commonFolder the repository's own folder, shared by all worktrees: `.git` of the main
  ///   checkout
  record Checkout(Path root, Path mainRoot, Path commonFolder) {
    /// Names what git leaves alone, for this person only.
    public Path excludeFile() {
      return commonFolder.resolve("info/exclude");
    }
  }

  /// The checkout that holds a folder. Found by looking, without running git.
  Optional<Checkout> checkoutOf(Path folder);

  /// Whether a file is part of the repository, so that a change of it is seen by everybody who
  /// shares it.
  ///
  /// @throws PortException UNREACHABLE where git is not installed
  boolean tracks(Checkout checkout, Path file) throws PortException;
}
