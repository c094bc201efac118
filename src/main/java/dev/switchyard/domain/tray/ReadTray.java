package dev.switchyard.domain.tray;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.ProjectRoutes;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.SwitchRoute;
import java.util.Comparator;
import java.util.List;

/// The use case of what the tray tells. What cannot be read leaves its own place empty, with the
/// reason. Blocks.
public final class ReadTray {
  private final ModelServer server;
  private final MemorySensor memory;
  private final RouteReader routes;
  private final ProjectRoutes projects;
  private final SwitchRoute switches;

  public ReadTray(
      ModelServer server,
      MemorySensor memory,
      RouteReader routes,
      ProjectRoutes projects,
      SwitchRoute switches) {
    this.server = server;
    this.memory = memory;
    this.routes = routes;
    this.projects = projects;
    this.switches = switches;
  }

  private interface Reading<T> {
    T read() throws PortException;
  }

  public TrayFacts read() {
    return new TrayFacts(
        known(server::loaded),
        known(server::installed),
        known(memory::read),
        known(routes::readDefault),
        known(this::recent).toOptional().orElse(List.of()));
  }

  /// The project switched last comes first; those that never were keep their order by name, at the
  /// end.
  private List<ProjectRoute> recent() throws PortException {
    var switched = switches.remembered().switches().stream().map(Journal.Switch::folder).toList();
    return projects.all().stream()
        .filter(row -> row.project().exists())
        .sorted(Comparator.comparingInt(row -> -switched.lastIndexOf(row.project().folder())))
        .toList();
  }

  private static <T> Known<T> known(Reading<T> reading) {
    try {
      return Known.of(reading.read());
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }
}
