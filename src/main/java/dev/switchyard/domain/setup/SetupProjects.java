package dev.switchyard.domain.setup;

import dev.switchyard.domain.PortException;
import java.util.List;

/// Port: the projects that are known, with their routes. Blocks.
@FunctionalInterface
public interface SetupProjects {
  List<ProjectSetup> read() throws PortException;
}
