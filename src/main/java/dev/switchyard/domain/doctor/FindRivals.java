package dev.switchyard.domain.doctor;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.truth.ReadTruth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds the other models that a server is asked for: by the projects that Switchyard knows, and by
/// whoever has loaded one now.
public final class FindRivals {
  private final Projects projects;
  private final RouteReader routes;
  private final Function<EndpointUrl, ModelServer> servers;

  /// The projects that are known.
  @FunctionalInterface
  public interface Projects {
    List<Project> all() throws PortException;
  }

  /// @param servers speaks to the server at an address
  public FindRivals(
      Projects projects, RouteReader routes, Function<EndpointUrl, ModelServer> servers) {
    this.projects = projects;
    this.routes = routes;
    this.servers = servers;
  }

  /// @param folder the project that they are rivals of
  List<Rival> of(
      Path folder,
      EndpointUrl url,
      InstalledModel own,
      List<InstalledModel> installed,
      List<LoadedModel> loaded)
      throws PortException {
    var askedFor = new LinkedHashMap<ModelName, Optional<Path>>();
    for (var model : loaded) {
      askedFor.putIfAbsent(model.name(), Optional.empty());
    }
    ofProjects(folder, url).forEach((name, project) -> askedFor.put(name, Optional.of(project)));
    var server = servers.apply(url);
    var weights = ReadTruth.blob(server.describe(own.name()));
    var rivals = new ArrayList<Rival>();
    for (var model : installed) {
      if (askedFor.containsKey(model.name()) && !model.digest().equals(own.digest())) {
        boolean same =
            weights.isPresent() && ReadTruth.blob(server.describe(model.name())).equals(weights);
        rivals.add(
            new Rival(
                model.name(),
                model.configuredContext().toOptional(),
                same,
                askedFor.get(model.name())));
      }
    }
    return rivals;
  }

  private Map<ModelName, Path> ofProjects(Path folder, EndpointUrl url) throws PortException {
    var found = new LinkedHashMap<ModelName, Path>();
    var now = routes.atThisMoment();
    for (var project : projects.all()) {
      if (project.exists() && !project.folder().equals(folder)) {
        model(now, project.folder(), url).ifPresent(name -> found.put(name, project.folder()));
      }
    }
    return found;
  }

  /// A project whose route cannot be read asks for nothing.
  private static Optional<ModelName> model(RouteReader now, Path folder, EndpointUrl url) {
    try {
      return Optional.of(now.read(folder))
          .filter(route -> route.destination().leavesCloud())
          .filter(route -> EndpointUrl.parse(route.baseUrl()).equals(Optional.of(url)))
          .flatMap(EffectiveRoute::model)
          .flatMap(ModelName::parse);
    } catch (PortException _) {
      return Optional.empty();
    }
  }
}
