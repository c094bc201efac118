package dev.switchyard.domain.alarm;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.context.ContextContract.Verdict;
import dev.switchyard.domain.route.ProjectRoutes;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.session.FindCutPrompts;
import dev.switchyard.domain.session.ReadSessions;
import dev.switchyard.domain.session.SessionReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The use case that looks through all projects for what needs a person's hand. Blocks for as long
/// as the servers need to answer, each of which is asked once.
public final class FindAlarms {
  private final ProjectRoutes projects;
  private final CheckContext contexts;
  private final ReadSessions sessions;
  private final FindCutPrompts cuts;

  public FindAlarms(
      ProjectRoutes projects, CheckContext contexts, ReadSessions sessions, FindCutPrompts cuts) {
    this.projects = projects;
    this.contexts = contexts;
    this.sessions = sessions;
    this.cuts = cuts;
  }

  /// The worst first.
  ///
  /// @throws PortException as [ProjectRoutes#all]
  public List<ProjectAlarm> read() throws PortException {
    var rows = projects.all();
    var now = contexts.atThisMoment();
    return Stream.concat(cuts(rows), rows.stream().flatMap(row -> contexts(row, now).stream()))
        .sorted(ProjectAlarm.WORST_FIRST)
        .toList();
  }

  private static Optional<ProjectAlarm> contexts(ProjectRoute row, CheckContext now) {
    return row.route()
        .toOptional()
        .flatMap(now::of)
        .filter(contract -> contract.verdict() == Verdict.BROKEN)
        .map(ContextContract::breaches)
        .map(breaches -> new ProjectAlarm.Contexts(row, breaches.getFirst()));
  }

  private Stream<ProjectAlarm> cuts(List<ProjectRoute> rows) {
    var running = running();
    return running.isEmpty() ? Stream.of() : rows.stream().flatMap(row -> cuts(row, running));
  }

  private Stream<ProjectAlarm> cuts(ProjectRoute row, List<SessionReport> running) {
    return sessions.in(row.project().folder(), running).stream()
        .flatMap(session -> cuts.in(session).stream())
        .map(cut -> new ProjectAlarm.Cut(row.project(), cut));
  }

  /// Where the system does not show its processes, nobody is accused.
  private List<SessionReport> running() {
    try {
      return sessions.all();
    } catch (PortException _) {
      return List.of();
    }
  }
}
