package dev.switchyard.domain.model;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.List;

/// Port: which projects are routed to a model.
@FunctionalInterface
public interface ModelUsers {
  List<Path> projectsWith(ModelName name) throws PortException;
}
