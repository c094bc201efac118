package dev.switchyard.domain.project;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.List;

/// Port: the folders that Claude Code itself remembers having been used in.
public interface FoundProjects {
  List<Path> folders() throws PortException;
}
