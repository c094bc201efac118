package dev.switchyard.adapter.git;

import dev.switchyard.adapter.file.RealPath;
import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.GitRepositories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Finds checkouts by their `.git`: a folder, or in linked worktrees and submodules a file that
/// names one.
///
/// Source of the forms: git's own gitrepository-layout(5).
public final class GitCheckouts implements GitRepositories {
  private static final String POINTER = "gitdir:";

  private final Processes processes;

  public GitCheckouts(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Optional<Checkout> checkoutOf(Path folder) {
    for (Path root = RealPath.of(folder); root != null; root = root.getParent()) {
      var git = root.resolve(".git");
      if (Files.isDirectory(git)) {
        return Optional.of(new Checkout(root, root, git));
      }
      var pointed = pointedFolder(root, git);
      if (pointed.isPresent()) {
        return Optional.of(linked(root, pointed.get()));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean tracks(Checkout checkout, Path file) throws PortException {
    var listing =
        processes.run(Command.of("git", "ls-files", "--", file.toString()).in(checkout.root()));
    return listing.succeeded() && !listing.output().isBlank();
  }

  private static Checkout linked(Path root, Path gitFolder) {
    var common = firstLine(gitFolder.resolve("commondir")).flatMap(GitCheckouts::path);
    if (common.isEmpty()) {
      // A submodule, or a repository whose folder was put elsewhere: it has no other checkout.
      return new Checkout(root, root, gitFolder);
    }
    var shared = RealPath.of(gitFolder.resolve(common.get()));
    var main = shared.getParent();
    boolean isDotGit = shared.endsWith(".git");
    return new Checkout(root, isDotGit && main != null ? main : root, shared);
  }

  private static Optional<Path> pointedFolder(Path root, Path git) {
    return firstLine(git)
        .filter(line -> line.startsWith(POINTER))
        .map(line -> line.substring(POINTER.length()).strip())
        .flatMap(GitCheckouts::path)
        .map(pointed -> RealPath.of(root.resolve(pointed)));
  }

  private static Optional<String> firstLine(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(file)) {
      return lines.findFirst().map(String::strip);
    } catch (IOException | UncheckedIOException _) {
      return Optional.empty();
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
