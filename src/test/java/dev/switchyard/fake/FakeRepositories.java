package dev.switchyard.fake;

import dev.switchyard.domain.project.GitRepositories;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Checkouts that are there because a test says so.
public final class FakeRepositories implements GitRepositories {
  private final Map<Path, Checkout> checkouts = new TreeMap<>(Comparator.reverseOrder());
  public final Set<Path> tracked = new HashSet<>();

  public FakeRepositories main(Path root) {
    checkouts.put(root, new Checkout(root, root, root.resolve(".git")));
    return this;
  }

  public FakeRepositories worktree(Path root, Path mainRoot) {
    checkouts.put(root, new Checkout(root, mainRoot, mainRoot.resolve(".git")));
    return this;
  }

  /// A checkout whose repository lies elsewhere.
  public FakeRepositories bare(Path root, Path repository) {
    checkouts.put(root, new Checkout(root, root, repository));
    return this;
  }

  @Override
  public Optional<Checkout> checkoutOf(Path folder) {
    return checkouts.values().stream()
        .filter(checkout -> folder.startsWith(checkout.root()))
        .findFirst();
  }

  @Override
  public boolean tracks(Checkout checkout, Path file) {
    return tracked.contains(file);
  }
}
