package dev.switchyard;

import dev.switchyard.adapter.claude.ClaudeData;
import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.claude.JournalFile;
import dev.switchyard.adapter.claude.VersionFolder;
import dev.switchyard.adapter.file.ProjectsFile;
import dev.switchyard.adapter.git.GitCheckouts;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.project.ProjectList;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.InheritAll;
import dev.switchyard.domain.route.JournaledFiles;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.SettingsHistory;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.setup.KnownProjectSetups;
import dev.switchyard.domain.setup.SetupProjects;
import java.util.function.Supplier;

/// Wires what knows of projects and of Claude Code's settings.
final class RouteWiring {
  private final Supplier<TextFiles> files;
  private final Supplier<ClaudeData> claudeData;
  private final Supplier<GitRepositories> repositories;
  private final Supplier<SettingsRouteReader> routes;
  private final Supplier<JournaledFiles> settings;
  private final Supplier<SwitchRoute> switchRoute;
  private final Supplier<SettingsHistory> history;
  private final Supplier<InheritAll> inheritAll;
  private final Supplier<ProjectList> projects;
  private final Supplier<SetupProjects> setups;

  RouteWiring(Wiring wiring, Lifetime lifetime) {
    files = lifetime.once(ClaudeFiles::new);
    claudeData = lifetime.once(() -> new ClaudeData(wiring.home(), wiring.surroundings().system()));
    repositories = lifetime.once(() -> new GitCheckouts(wiring.processes()));
    routes =
        lifetime.once(() ->
            new SettingsRouteReader(
                files.get(),
                repositories.get(),
                claudeData.get(),
                ClaudeSurroundings.of(wiring.home(), wiring.surroundings())));
    settings =
        lifetime.once(() ->
            new JournaledFiles(
                files.get(),
                new JournalFile(wiring.home().state()),
                new VersionFolder(wiring.home().state()),
                wiring.clock()));
    history = lifetime.once(() -> new SettingsHistory(files.get(), settings.get()));
    switchRoute =
        lifetime.once(() ->
            new SwitchRoute(
                files.get(),
                repositories.get(),
                routes.get(),
                settings.get(),
                ClaudeSurroundings.of(wiring.home(), wiring.surroundings()),
                wiring.clock()));
    projects =
        lifetime.once(() ->
            new ProjectList(
                new ProjectsFile(wiring.home().state()),
                claudeData.get(),
                repositories.get(),
                files.get(),
                wiring.home().directory()));
    inheritAll =
        lifetime.once(() ->
            new InheritAll(
                files.get(),
                settings.get(),
                projects.get(),
                wiring.home().directory(),
                wiring.clock()));
    setups = lifetime.once(() -> new KnownProjectSetups(projects.get(), routes.get(), files.get()));
  }

  TextFiles files() {
    return files.get();
  }

  GitRepositories repositories() {
    return repositories.get();
  }

  RouteReader routes() {
    return routes.get();
  }

  SwitchRoute switchRoute() {
    return switchRoute.get();
  }

  SettingsHistory settingsHistory() {
    return history.get();
  }

  InheritAll inheritAll() {
    return inheritAll.get();
  }

  ProjectList projects() {
    return projects.get();
  }

  SetupProjects setups() {
    return setups.get();
  }
}
