package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.ReadableFiles;
import dev.switchyard.domain.project.GitRepositories;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files and checkouts as they are at one moment: where a folder really is and which checkout it
/// belongs to is looked up once, however many projects lie below it.
final class SharedLookups implements ReadableFiles, GitRepositories {
  private final ReadableFiles files;
  private final GitRepositories repositories;
  private final Map<Path, Path> real = new HashMap<>();
  private final Map<Path, Optional<Checkout>> checkouts = new HashMap<>();
  private final Map<Path, List<Path>> listings = new HashMap<>();

  SharedLookups(ReadableFiles files, GitRepositories repositories) {
    this.files = files;
    this.repositories = repositories;
  }

  @Override
  public Path real(Path folder) {
    return real.computeIfAbsent(folder, files::real);
  }

  @Override
  public Optional<Checkout> checkoutOf(Path folder) {
    return checkouts.computeIfAbsent(folder, repositories::checkoutOf);
  }

  @Override
  public boolean tracks(Checkout checkout, Path file) throws PortException {
    return repositories.tracks(checkout, file);
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
  public List<Path> filesIn(Path folder) throws PortException {
    var known = listings.get(folder);
    if (known == null) {
      known = files.filesIn(folder);
      listings.put(folder, known);
    }
    return known;
  }

  @Override
  public boolean isFolder(Path folder) {
    return files.isFolder(folder);
  }
}
