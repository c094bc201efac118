package dev.switchyard;

import dev.switchyard.adapter.claude.ClaudeData;
import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.claude.JournalFile;
import dev.switchyard.adapter.claude.SessionFiles;
import dev.switchyard.adapter.claude.SettingsTimes;
import dev.switchyard.adapter.claude.VersionFolder;
import dev.switchyard.adapter.file.FolderWatch;
import dev.switchyard.adapter.file.ProjectsFile;
import dev.switchyard.adapter.git.GitCheckouts;
import dev.switchyard.adapter.localonly.FallbackFile;
import dev.switchyard.adapter.localonly.LocalOnlyFile;
import dev.switchyard.adapter.process.ChildEnvironment;
import dev.switchyard.adapter.process.ClaudeProcessTable;
import dev.switchyard.adapter.process.SystemEnvironment;
import dev.switchyard.adapter.start.MachineEnvironments;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.doctor.ServerEnvironment;
import dev.switchyard.domain.localonly.LocalOnlyProjects;
import dev.switchyard.domain.log.LoggedJournal;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.project.ProjectList;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.InheritAll;
import dev.switchyard.domain.route.JournaledFiles;
import dev.switchyard.domain.route.LocalOnce;
import dev.switchyard.domain.route.LocalTargets;
import dev.switchyard.domain.route.ProjectRoutes;
import dev.switchyard.domain.route.RouteFallbacks;
import dev.switchyard.domain.route.RouteKnowledge;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.RouteVariables;
import dev.switchyard.domain.route.SettingsHistory;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SettingsVersions;
import dev.switchyard.domain.route.StartEnvironments;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.route.SwitchedProjects;
import dev.switchyard.domain.route.watch.OwnWrites;
import dev.switchyard.domain.route.watch.WatchRoutes;
import dev.switchyard.domain.session.ReadSessions;
import dev.switchyard.domain.session.RememberedSettings;
import dev.switchyard.domain.setup.KnownProjectSetups;
import dev.switchyard.domain.setup.SetupProjects;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Wires what knows of projects and of Claude Code's settings.
final class RouteWiring {
  private final Supplier<OwnWrites> files;
  private final Supplier<ClaudeData> claudeData;
  private final Supplier<GitRepositories> repositories;
  private final Supplier<StartEnvironments> environments;
  private final Supplier<SettingsRouteReader> routes;
  private final Supplier<LocalOnlyProjects> localOnly;
  private final Supplier<RouteKnowledge> knowledge;
  private final Supplier<RouteFallbacks> fallbacks;
  private final Supplier<SettingsVersions> versions;
  private final Supplier<JournaledFiles> settings;
  private final Supplier<SwitchRoute> switchRoute;
  private final Supplier<SettingsHistory> history;
  private final Supplier<InheritAll> inheritAll;
  private final Supplier<ProjectList> projects;
  private final Supplier<SetupProjects> setups;
  private final Supplier<ReadSessions> sessions;

  RouteWiring(Wiring wiring, Lifetime lifetime) {
    files = lifetime.once(() -> new OwnWrites(new ClaudeFiles()));
    claudeData = lifetime.once(() -> new ClaudeData(wiring.home(), wiring.surroundings().system()));
    repositories = lifetime.once(() -> new GitCheckouts(wiring.processes()));
    environments = lifetime.once(() -> environments(wiring));
    localOnly =
        lifetime.once(() ->
            new LocalOnlyProjects(
                new LocalOnlyFile(wiring.home().configuration()), files.get()::real));
    knowledge = lifetime.once(() -> EndpointWiring.knowledge(wiring, localOnly.get()));
    fallbacks =
        lifetime.once(() ->
            new RouteFallbacks(
                new FallbackFile(wiring.home().state()), knowledge.get(), files.get()::real));
    routes =
        lifetime.once(() ->
            new SettingsRouteReader(
                files.get(),
                repositories.get(),
                claudeData.get(),
                ClaudeSurroundings.of(wiring.home(), wiring.surroundings()),
                environments.get(),
                knowledge.get()));
    versions = lifetime.once(() -> new VersionFolder(wiring.home().state()));
    settings =
        lifetime.once(() ->
            new JournaledFiles(
                files.get(),
                new LoggedJournal(new JournalFile(wiring.home().state()), wiring.log()),
                versions.get(),
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
                () -> projects().all().stream().map(Project::folder).toList(),
                wiring.clock()));
    projects =
        lifetime.once(() ->
            new ProjectList(
                new ProjectsFile(wiring.home().state()),
                new SwitchedProjects(claudeData.get(), switchRoute()),
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
    sessions =
        lifetime.once(() ->
            new ReadSessions(
                new ClaudeProcessTable(),
                new SessionFiles(wiring.home().claudeConfig()),
                files.get(),
                repositories.get(),
                routes.get(),
                new RememberedSettings(
                    files.get(),
                    versions.get(),
                    switchRoute.get(),
                    SettingsTimes::lastChange,
                    SettingsTimes::folderMade),
                wiring.home(),
                wiring.surroundings().searchPath()));
    setups = lifetime.once(() -> new KnownProjectSetups(projects.get(), routes.get(), files.get()));
  }

  private static MachineEnvironments environments(Wiring wiring) {
    var surroundings = wiring.surroundings();
    var home = wiring.home();
    var children =
        new Surroundings(
            surroundings.system(),
            ChildEnvironment.of(surroundings, home, SystemEnvironment.javaHome()),
            home.directory());
    return new MachineEnvironments(
        surroundings.environment(),
        children,
        home.directory(),
        wiring.processes(),
        !wiring.isOfWindow(),
        Stream.of(RouteVariables.namesAtStart(), ServerEnvironment.NAMES)
            .flatMap(List::stream)
            .toList(),
        wiring.clock());
  }

  StartEnvironments environments() {
    return environments.get();
  }

  TextFiles files() {
    return files.get();
  }

  /// Tells when somebody changes a file that decides a route.
  WatchRoutes watch(Wiring wiring, WatchRoutes.Subscriber subscriber) {
    boolean looksOnly = wiring.surroundings().system() == OperatingSystem.MACOS;
    return new WatchRoutes(
        files.get(),
        versions.get(),
        routes.get(),
        Set.of(wiring.home().claudeData()),
        subscriber,
        listener -> FolderWatch.start(listener, looksOnly));
  }

  GitRepositories repositories() {
    return repositories.get();
  }

  LocalOnce localOnce(LocalTargets targets) {
    return new LocalOnce(targets, routes.get());
  }

  LocalOnlyProjects localOnly() {
    return localOnly.get();
  }

  RouteFallbacks fallbacks() {
    return fallbacks.get();
  }

  RouteKnowledge knowledge() {
    return knowledge.get();
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

  ProjectRoutes projectRoutes() {
    return new ProjectRoutes(projects(), routes(), switchRoute());
  }

  ReadSessions sessions() {
    return sessions.get();
  }

  SetupProjects setups() {
    return setups.get();
  }
}
