package dev.switchyard.domain.setup;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.project.ProjectList;
import dev.switchyard.domain.route.RouteReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Looks at every known project that is still there.
public final class KnownProjectSetups implements SetupProjects {
  /// The guide's heading: a section that somebody wrote by hand counts too.
  private static final String HEADING = "## Model setup";

  private final ProjectList projects;
  private final RouteReader routes;
  private final TextFiles files;

  public KnownProjectSetups(ProjectList projects, RouteReader routes, TextFiles files) {
    this.projects = projects;
    this.routes = routes;
    this.files = files;
  }

  @Override
  public List<ProjectSetup> read() throws PortException {
    var now = routes.atThisMoment();
    return projects.all().stream()
        .filter(Project::exists)
        .flatMap(project -> read(project.folder(), now).stream())
        .toList();
  }

  /// A project whose settings cannot be read is none that can be called set up; its own screen says
  /// why.
  private Optional<ProjectSetup> read(Path folder, RouteReader now) {
    try {
      var route = now.read(folder);
      return Optional.of(
          new ProjectSetup(folder, route.destination(), route.model(), hasSection(folder)));
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  private boolean hasSection(Path folder) throws PortException {
    return files
        .read(folder.resolve("CLAUDE.md"))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> text.lines().anyMatch(line -> line.strip().equals(HEADING)))
        .isPresent();
  }
}
