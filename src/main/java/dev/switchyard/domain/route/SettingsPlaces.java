package dev.switchyard.domain.route;

import dev.switchyard.domain.ReadableFiles;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.project.GitRepositories.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the settings files of a folder stand.
///
/// Source: measured on Claude Code 2.1.330. `settings.json` counts only in the very folder that
/// Claude Code is started in; `settings.local.json` counts from the root of the main checkout, for
/// all its subfolders and linked worktrees, and after it that of the very folder. A checkout whose
/// root is the home folder lends its own to nobody.
final class SettingsPlaces {
  private final ReadableFiles files;
  private final GitRepositories repositories;
  private final Path user;

  /// @param user the person's own settings file
  SettingsPlaces(ReadableFiles files, GitRepositories repositories, Path user) {
    this.files = files;
    this.repositories = repositories;
    this.user = real(user);
  }

  Path project(Path folder) {
    return files.real(folder).resolve(".claude").resolve("settings.json");
  }

  Path local(Path folder) {
    return localIn(
        checkout(folder)
            .map(Checkout::mainRoot)
            .filter(root -> !root.resolve(".claude").equals(user.getParent()))
            .orElseGet(() -> files.real(folder)));
  }

  /// Every `settings.local.json` that counts, strongest first.
  List<Path> locals(Path folder) {
    return Stream.of(local(folder), localIn(files.real(folder))).distinct().toList();
  }

  Path user() {
    return user;
  }

  Path of(Scope scope, Path folder) {
    return switch (scope) {
      case PROJECT -> project(folder);
      case LOCAL -> local(folder);
      case USER -> user;
    };
  }

  Optional<Checkout> checkout(Path folder) {
    return repositories.checkoutOf(files.real(folder));
  }

  /// `settings.json` of the folders above that a person may take for this folder's.
  List<Path> parents(Path folder) {
    var top = checkout(folder).map(Checkout::root);
    var parents = new ArrayList<Path>();
    for (var parent = files.real(folder).getParent(); parent != null; parent = parent.getParent()) {
      if (top.isPresent() && !parent.startsWith(top.get())) {
        break;
      }
      var settings = project(parent);
      if (!settings.equals(user)) {
        parents.add(settings);
      }
    }
    return parents;
  }

  /// Each `settings.local.json` between the folder and the root of its checkout: only the ends
  /// count.
  List<Path> passedOver(Path folder) {
    var real = files.real(folder);
    var root = checkout(folder).map(Checkout::root).orElse(real);
    var counting = locals(folder);
    return Stream.iterate(real, at -> at != null && at.startsWith(root), Path::getParent)
        .map(SettingsPlaces::localIn)
        .filter(file -> !counting.contains(file))
        .toList();
  }

  /// As [#project] names the same file: the folder that holds `.claude` is the one that is known by
  /// several names.
  private Path real(Path settings) {
    var config = settings.getParent();
    return config == null || config.getParent() == null
        ? settings
        : files.real(config.getParent()).resolve(config.getParent().relativize(settings));
  }

  private static Path localIn(Path folder) {
    return folder.resolve(".claude").resolve("settings.local.json");
  }
}
