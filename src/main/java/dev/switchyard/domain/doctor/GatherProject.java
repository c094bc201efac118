package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.launch.preflight.FolderTrust;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.session.ReadSessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks what is to be known of a project.
public final class GatherProject {
  private final Questions questions;
  private final RouteReader routes;
  private final SwitchRoute switchRoute;
  private final RepairRoute repair;
  private final ProjectFiles files;
  private final FolderTrust trust;
  private final ReadSessions sessions;

  public GatherProject(
      Questions questions,
      RouteReader routes,
      SwitchRoute switchRoute,
      RepairRoute repair,
      ProjectFiles files,
      FolderTrust trust,
      ReadSessions sessions) {
    this.questions = questions;
    this.routes = routes;
    this.switchRoute = switchRoute;
    this.repair = repair;
    this.files = files;
    this.trust = trust;
    this.sessions = sessions;
  }

  Known<RoutesByStart> routes(Path folder) {
    return questions.ask(() -> routes.readAll(folder));
  }

  /// @param usable a server that a route can lead to
  ProjectFacts gather(Path folder, Known<RoutesByStart> byStart, Optional<EndpointUrl> usable) {
    var chosen = questions.begin(() -> switchRoute.choice(folder));
    var repaired = questions.begin(() -> repair.plan(folder, usable));
    var readable = questions.begin(() -> files.readable(folder));
    var committed = questions.begin(() -> committed(folder, byStart));
    var trusted = questions.begin(() -> trust.isTrusted(folder));
    var running = questions.begin(() -> sessions.of(folder));
    return new ProjectFacts(
        folder,
        byStart,
        chosen.get(),
        repaired.get(),
        readable.get(),
        GatherFacts.flat(committed.get()),
        GatherFacts.flat(trusted.get()),
        running.get());
  }

  private Known<List<Path>> committed(Path folder, Known<RoutesByStart> byStart)
      throws PortException {
    return switch (byStart) {
      case Known.Unknown<RoutesByStart>(var reason) -> Known.unknown(reason);
      case Known.Value<RoutesByStart>(var all) ->
          Known.of(files.committed(folder, all.of(StartedFrom.TERMINAL)));
    };
  }
}
