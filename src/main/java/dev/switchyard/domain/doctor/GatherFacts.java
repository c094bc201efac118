package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.launch.preflight.FolderTrust;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.session.ReadSessions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Asks everything that the checks need. What does not answer in time, or fails, is unknown and
/// keeps nothing else from being asked.
public final class GatherFacts {
  private final Questions questions;
  private final OperatingSystem system;
  private final InstantSource clock;
  private final EndpointUrl chosenUrl;
  private final Function<EndpointUrl, ModelServer> servers;
  private final Programs programs;
  private final ModelfileStore modelfiles;
  private final RouteReader routes;
  private final SwitchRoute switchRoute;
  private final RepairRoute repair;
  private final CheckContext contexts;
  private final ForecastModel forecast;
  private final FolderTrust trust;
  private final ReadSessions sessions;

  /// @param chosenUrl the server that is chosen in Switchyard
  /// @param servers speaks to the server at an address
  public GatherFacts(
      Questions questions,
      OperatingSystem system,
      InstantSource clock,
      EndpointUrl chosenUrl,
      Function<EndpointUrl, ModelServer> servers,
      Programs programs,
      ModelfileStore modelfiles,
      RouteReader routes,
      SwitchRoute switchRoute,
      RepairRoute repair,
      CheckContext contexts,
      ForecastModel forecast,
      FolderTrust trust,
      ReadSessions sessions) {
    this.questions = questions;
    this.system = system;
    this.clock = clock;
    this.chosenUrl = chosenUrl;
    this.servers = servers;
    this.programs = programs;
    this.modelfiles = modelfiles;
    this.routes = routes;
    this.switchRoute = switchRoute;
    this.repair = repair;
    this.contexts = contexts;
    this.forecast = forecast;
    this.trust = trust;
    this.sessions = sessions;
  }

  /// @param folder the project
  public MachineFacts gather(Path folder) {
    var claude = questions.begin(() -> programs.claude().toOptional());
    var ollama = questions.begin(() -> programs.ollama().toOptional());
    var trusted = questions.begin(() -> trust.isTrusted(folder));
    var running = questions.begin(() -> sessions.of(folder));
    var byStart = questions.ask(() -> routes.readAll(folder));
    var project =
        new ProjectFacts(
            folder,
            byStart,
            questions.ask(() -> switchRoute.choice(folder)),
            questions.ask(() -> repair.plan(folder)),
            flat(trusted.get()),
            running.get());
    var url = project.route().toOptional().flatMap(GatherFacts::routedTo).orElse(chosenUrl);
    return new MachineFacts(
        system,
        clock.instant(),
        claude.get(),
        ollama.get(),
        server(url),
        url.equals(chosenUrl) ? Optional.empty() : Optional.of(server(chosenUrl)),
        model(project.route(), url),
        project);
  }

  private static Optional<EndpointUrl> routedTo(EffectiveRoute route) {
    return route.destination().leavesCloud()
        ? EndpointUrl.parse(route.baseUrl())
        : Optional.empty();
  }

  private ServerFacts server(EndpointUrl url) {
    var server = servers.apply(url);
    var reply = questions.begin(() -> reply(server));
    var models = questions.begin(server::installed);
    var loaded = questions.begin(server::loaded);
    return new ServerFacts(url, reply.get(), models.get(), loaded.get());
  }

  private static Reply reply(ModelServer server) {
    try {
      return new Reply.Ollama(server.version());
    } catch (PortException e) {
      return switch (e.kind()) {
        case UNREACHABLE -> new Reply.Down(e.text());
        case TIMEOUT -> new Reply.Silent(e.text());
        default -> new Reply.Foreign(e.text());
      };
    }
  }

  private ModelFacts model(Known<EffectiveRoute> route, EndpointUrl url) {
    var name =
        route
            .toOptional()
            .filter(one -> one.destination().leavesCloud())
            .flatMap(EffectiveRoute::model)
            .flatMap(ModelName::parse);
    return new ModelFacts(
        name,
        questions.ask(() -> saved(name)),
        flat(questions.ask(() -> route.map(contexts::of))),
        name.isPresent() ? fit(servers.apply(url), name.get()) : Known.of(Optional.empty()));
  }

  private Optional<Modelfile> saved(Optional<ModelName> name) throws PortException {
    return name.isPresent()
        ? modelfiles.read(name.get().shortText()).map(ModelfileStore.Saved::modelfile)
        : Optional.empty();
  }

  /// That a model is not installed is a fact; a check of its own speaks of it.
  private Known<Optional<FitReport>> fit(ModelServer server, ModelName name) {
    return flat(
        questions.ask(() -> {
          try {
            return forecast.of(server, name).map(Optional::of);
          } catch (PortException e) {
            if (e.kind() == PortException.Kind.MISSING) {
              return Known.of(Optional.<FitReport>empty());
            }
            throw e;
          }
        }));
  }

  private static <T> Known<T> flat(Known<Known<T>> nested) {
    return switch (nested) {
      case Known.Value<Known<T>>(var inner) -> inner;
      case Known.Unknown<Known<T>>(var reason) -> Known.unknown(reason);
    };
  }
}
