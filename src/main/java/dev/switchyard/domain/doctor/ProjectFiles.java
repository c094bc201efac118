package dev.switchyard.domain.doctor;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.project.GitRepositories.Checkout;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.Origin;
import dev.switchyard.domain.route.SettingsHistory;
import dev.switchyard.domain.route.SettingsVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What the settings files of a project are to git, and what is kept of them.
public final class ProjectFiles {
  private final SettingsHistory history;
  private final GitRepositories repositories;
  private final Path userSettings;

  /// @param userSettings the person's own settings file
  public ProjectFiles(SettingsHistory history, GitRepositories repositories, Path userSettings) {
    this.history = history;
    this.repositories = repositories;
    this.userSettings = userSettings;
  }

  /// For each settings file of the project that Claude Code would skip, the newest kept version
  /// that it would not.
  ///
  /// @throws PortException DENIED, FAILED
  List<SettingsVersion> readable(Path folder) throws PortException {
    var files = new LinkedHashSet<Path>(history.meantBy(folder));
    var main = repositories.checkoutOf(folder).map(Checkout::mainRoot);
    if (main.isPresent()) {
      files.addAll(history.meantBy(main.get()));
    }
    files.add(userSettings);
    var versions = new ArrayList<SettingsVersion>();
    for (var file : files) {
      history.readableInstead(file).ifPresent(versions::add);
    }
    return versions;
  }

  /// Those files that send requests to a server other than the cloud's, and that git has.
  ///
  /// @throws PortException UNREACHABLE where git is not installed
  List<Path> committed(Path folder, EffectiveRoute route) throws PortException {
    var checkout = repositories.checkoutOf(folder);
    var setting = Optional.ofNullable(route.values().get("ANTHROPIC_BASE_URL"));
    if (checkout.isEmpty() || setting.isEmpty() || !route.destination().leavesCloud()) {
      return List.of();
    }
    var files = new ArrayList<Path>();
    if (setting.get().decides().origin() instanceof Origin.SettingsFile(var file)
        && file.startsWith(checkout.get().root())
        && repositories.tracks(checkout.get(), file)) {
      files.add(file);
    }
    return files;
  }
}
