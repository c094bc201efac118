package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.FoundProjects;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/// The folders that were switched, such as on the command line, beside those that others have
/// found: a route of ours must not be out of sight.
///
/// @param others who else finds projects
/// @param switches what remembers the switches
public record SwitchedProjects(FoundProjects others, SwitchRoute switches)
    implements FoundProjects {
  @Override
  public List<Path> folders() throws PortException {
    var all = new LinkedHashSet<>(others.folders());
    try {
      all.addAll(switches.remembered().choices().keySet());
    } catch (PortException _) {
      // Whoever reads a route needs the journal too and says what is wrong with it.
    }
    return List.copyOf(all);
  }
}
