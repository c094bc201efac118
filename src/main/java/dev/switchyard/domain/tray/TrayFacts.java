package dev.switchyard.domain.tray;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import java.util.List;

/// All that the tray tells of, at one moment.
///
/// @param loaded what is in the server's memory, or why that is not known
/// @param installed what the server has, newest first; or why that is not known
/// @param memory this machine's memory
/// @param defaultRoute of all projects that choose nothing
/// @param projects that are there, those that were switched last first
public record TrayFacts(
    Known<List<LoadedModel>> loaded,
    Known<List<InstalledModel>> installed,
    Known<MemoryReading> memory,
    Known<EffectiveRoute> defaultRoute,
    List<ProjectRoute> projects) {
  public TrayFacts {
    projects = List.copyOf(projects);
  }
}
