package dev.switchyard.domain.project;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.List;

/// Port: folders that a person did not name as projects and that are some all the same, such as
/// those that Claude Code itself remembers having been used in.
public interface FoundProjects {
  List<Path> folders() throws PortException;
}
