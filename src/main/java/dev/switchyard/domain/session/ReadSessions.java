package dev.switchyard.domain.session;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.launch.SessionOptions;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.project.GitRepositories.Checkout;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.SettingsRouteReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The use case of the running sessions: which there are, what each was started with, and whether
/// it follows the settings as they are now.
public final class ReadSessions {
  /// A number of a process that has ended is given to another one some day; a note is younger than
  /// the process that wrote it, but for the grain of the system's clock.
  private static final Duration GRAIN = Duration.ofSeconds(2);

  private final ClaudeProcesses processes;
  private final SessionNotes notes;
  private final TextFiles files;
  private final GitRepositories repositories;
  private final Home home;
  private final SettingsRouteReader reader;
  private final EarlierSettings earlier;
  private final RestartCommand restart;

  /// @param home whose sessions are meant: those that use its settings
  /// @param searchPath where a shell looks for programs
  public ReadSessions(
      ClaudeProcesses processes,
      SessionNotes notes,
      TextFiles files,
      GitRepositories repositories,
      SettingsRouteReader reader,
      EarlierSettings earlier,
      Home home,
      List<Path> searchPath) {
    this.processes = processes;
    this.notes = notes;
    this.files = files;
    this.repositories = repositories;
    this.home = home;
    this.reader = reader;
    this.earlier = earlier;
    this.restart = new RestartCommand(searchPath);
  }

  /// All sessions, the oldest first.
  ///
  /// @throws PortException FAILED where the system does not show its processes
  public List<SessionReport> all() throws PortException {
    var noted = notes.read();
    var sessions =
        processes.running().stream()
            .filter(this::isOurs)
            .map(process -> session(process, noted))
            .sorted(Comparator.comparing(RunningSession::startedAt))
            .toList();
    return sessions.isEmpty() ? List.of() : reports(sessions);
  }

  /// Files that several sessions read are read once, and so is their past.
  private List<SessionReport> reports(List<RunningSession> sessions) {
    var routes = new FollowedRoute(files, reader.atThisMoment(), new EarlierOnce(earlier));
    return sessions.stream().map(session -> report(session, routes.of(session))).toList();
  }

  /// Those that work in a folder, below it, or in a linked worktree of it.
  ///
  /// @throws PortException as [#all]
  public List<SessionReport> of(Path folder) throws PortException {
    return in(folder, all());
  }

  /// What to say once a switch is done: how many of those that it concerns must be restarted to
  /// follow it. Empty where all follow, and where the system does not show them: the switch is done
  /// all the same.
  public Optional<Message> openAfter(RouteRequest done) {
    try {
      var concerned = done.isDefault() ? all() : of(done.folder());
      long open = concerned.stream().filter(SessionReport::needsRestart).count();
      return open == 0 ? Optional.empty() : Optional.of(Message.of("sessions.open", open));
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  /// Those of some sessions that work in a folder, below it, or in a linked worktree of it.
  public List<SessionReport> in(Path folder, List<SessionReport> sessions) {
    return sessions.stream().filter(one -> worksIn(folder, one.session())).toList();
  }

  private boolean worksIn(Path folder, RunningSession session) {
    var works = session.folder().toOptional().map(files::real);
    if (works.isEmpty()) {
      return false;
    }
    var real = files.real(folder);
    return works.get().startsWith(real) || isWorktree(real, works.get());
  }

  /// Whether a folder is the root of the checkout that another one is a linked worktree of.
  private boolean isWorktree(Path folder, Path works) {
    return repositories
        .checkoutOf(works)
        .filter(checkout -> !checkout.root().equals(checkout.mainRoot()))
        .map(Checkout::mainRoot)
        .equals(Optional.of(folder));
  }

  private boolean isOurs(ClaudeProcess process) {
    return process
        .environment()
        .toOptional()
        .map(environment -> SessionEnvironment.isOf(home, environment))
        .orElse(true);
  }

  private static RunningSession session(ClaudeProcess process, List<SessionNote> noted) {
    var note =
        noted.stream()
            .filter(one -> one.process() == process.id())
            .filter(one -> !one.startedAt().isBefore(process.startedAt().minus(GRAIN)))
            .findFirst();
    return new RunningSession(process, SessionOptions.parse(process.arguments()), note);
  }

  private SessionReport report(RunningSession session, SessionRoute route) {
    return new SessionReport(session, route, restart.of(session, route.fresh()));
  }
}
