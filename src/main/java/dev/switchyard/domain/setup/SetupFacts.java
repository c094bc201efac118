package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.model.InstalledModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What the checklist is made from.
///
/// @param models what the server has installed; empty while it cannot be asked
/// @param suggestion the model that this machine is to pull first
/// @param projects the known projects
/// @param launched projects that Claude Code was started in from here
public record SetupFacts(
    Known<Program> claude,
    ServerState server,
    List<InstalledModel> models,
    ModelSuggestion suggestion,
    List<ProjectSetup> projects,
    Set<Path> launched) {
  public SetupFacts {
    models = List.copyOf(models);
    projects = List.copyOf(projects);
    launched = Set.copyOf(launched);
  }
}
