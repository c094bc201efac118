package dev.switchyard.domain.project;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.ProjectStore.Known;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The use case of the list of projects: those that were found and those that the person added,
/// without those that the person took off.
public final class ProjectList {
  private final ProjectStore store;
  private final FoundProjects found;
  private final GitRepositories repositories;
  private final TextFiles files;
  private final Path home;

  /// @param home the person's home folder, whose route is the default route and no project's
  public ProjectList(
      ProjectStore store,
      FoundProjects found,
      GitRepositories repositories,
      TextFiles files,
      Path home) {
    this.store = store;
    this.found = found;
    this.repositories = repositories;
    this.files = files;
    this.home = home;
  }

  /// All projects, by name; the ones that vanished last.
  public List<Project> all() throws PortException {
    var known = store.load();
    var folders = new LinkedHashSet<Path>(known.added());
    for (var folder : found.folders()) {
      if (!known.removed().contains(folder) && !folder.equals(home)) {
        folders.add(folder);
      }
    }
    return folders.stream()
        .map(this::project)
        .sorted(
            Comparator.comparing(Project::exists)
                .reversed()
                .thenComparing(project -> project.name().toLowerCase(Locale.ROOT))
                .thenComparing(Project::folder))
        .toList();
  }

  public Project project(Path folder) {
    var checkout = repositories.checkoutOf(folder);
    return new Project(
        folder,
        checkout.map(GitRepositories.Checkout::root),
        checkout.map(GitRepositories.Checkout::mainRoot),
        files.isFolder(folder));
  }

  /// @throws PortException MISSING where there is no such folder
  public Project add(Path folder) throws PortException {
    var added = folder.toAbsolutePath().normalize();
    if (!files.isFolder(added)) {
      throw new PortException(
          PortException.Kind.MISSING, Message.of("projects.no-folder", added.toString()));
    }
    var known = store.load();
    var all = new ArrayList<>(known.added());
    if (!all.contains(added)) {
      all.add(added);
    }
    store.save(new Known(all, without(known.removed(), added), known.personal(), known.shared()));
    return project(added);
  }

  /// Takes a project off the list. Its files stay as they are.
  public void remove(Path folder) throws PortException {
    var known = store.load();
    var added = new ArrayList<>(known.added());
    added.remove(folder);
    store.save(new Known(added, with(known.removed(), folder), known.personal(), known.shared()));
  }

  /// Whether the person said that a git project's route is for themselves only; empty where they
  /// were not asked yet.
  public Optional<Boolean> isPersonal(Project project) throws PortException {
    var known = store.load();
    var root = project.gitMainRoot().orElse(project.folder());
    if (known.personal().contains(root)) {
      return Optional.of(true);
    }
    return known.shared().contains(root) ? Optional.of(false) : Optional.empty();
  }

  public void setPersonal(Project project, boolean personal) throws PortException {
    var known = store.load();
    var root = project.gitMainRoot().orElse(project.folder());
    store.save(
        new Known(
            known.added(),
            known.removed(),
            personal ? with(known.personal(), root) : without(known.personal(), root),
            personal ? without(known.shared(), root) : with(known.shared(), root)));
  }

  private static Set<Path> with(Set<Path> paths, Path path) {
    var all = new LinkedHashSet<>(paths);
    all.add(path);
    return all;
  }

  private static Set<Path> without(Set<Path> paths, Path path) {
    var all = new LinkedHashSet<>(paths);
    all.remove(path);
    return all;
  }
}
