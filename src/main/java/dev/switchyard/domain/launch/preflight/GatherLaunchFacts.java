package dev.switchyard.domain.launch.preflight;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.launch.LaunchRequest;
import dev.switchyard.domain.launch.LaunchVariables;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.launch.SessionOptions;
import dev.switchyard.domain.launch.preflight.LaunchFacts.Server;
import dev.switchyard.domain.launch.terminal.InstalledTerminal;
import dev.switchyard.domain.launch.terminal.Terminals;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.PassedOn;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteEndpoint;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.StartedFrom;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Asks everything that the checks before a launch need. Blocks for as long as a server needs to
/// answer.
public final class GatherLaunchFacts {
  private final RouteReader routes;
  private final Programs programs;
  private final Terminals terminals;
  private final FolderTrust folders;
  private final Function<EndpointUrl, ModelServer> servers;
  private final CheckContext contexts;
  private final Offers offers;
  private final Predicate<String> isSet;

  /// What to offer where a project's server is away.
  @FunctionalInterface
  public interface Offers {
    Optional<RouteEndpoint> of(Path folder);
  }

  /// @param servers speaks to the server at an address
  /// @param isSet whether a variable has a value in the environment of this program
  public GatherLaunchFacts(
      RouteReader routes,
      Programs programs,
      Terminals terminals,
      FolderTrust folders,
      Function<EndpointUrl, ModelServer> servers,
      CheckContext contexts,
      Offers offers,
      Predicate<String> isSet) {
    this.routes = routes;
    this.programs = programs;
    this.terminals = terminals;
    this.folders = folders;
    this.servers = servers;
    this.contexts = contexts;
    this.offers = offers;
    this.isSet = isSet;
  }

  /// @param request what would be run; a one-off in the cloud asks no server
  /// @param wanted the id of the terminal for this launch; empty for what the settings say
  /// @param expected what the person chose for this project in Switchyard; a one-off is a choice of
  ///   its own
  /// @throws PortException if the settings cannot be read at all
  public LaunchFacts gather(
      LaunchRequest request,
      Optional<String> wanted,
      Preferences preferences,
      Optional<RouteChoice> expected)
      throws PortException {
    var folder = request.folder();
    var route = route(request);
    boolean leavesRoute = request.task() instanceof LaunchRequest.Task.CloudOnce;
    boolean choosesAnother = request.task() instanceof LaunchRequest.Task.LocalOnce;
    var server = leavesRoute ? Optional.<Server>empty() : server(route);
    return new LaunchFacts(
        folder,
        folders.exists(folder),
        route,
        choosesAnother ? Optional.empty() : expected,
        programs.claude(),
        terminal(wanted, preferences),
        server,
        server.flatMap(one -> context(route, one)),
        folders.isTrusted(folder),
        leavesRoute ? Optional.empty() : unsetVariable(route),
        server.filter(Server.Down.class::isInstance).flatMap(_ -> offers.of(folder)),
        forbidden(request, route));
  }

  /// Why this must not be started at all.
  ///
  /// @throws PortException if the settings cannot be read at all
  public Optional<Message> forbidden(LaunchRequest request) throws PortException {
    return forbidden(request, route(request));
  }

  private Optional<Message> forbidden(LaunchRequest request, EffectiveRoute route) {
    return request.task() instanceof LaunchRequest.Task.CloudOnce
        ? Preflight.cloudForbidden(route)
        : route.forbidden().or(() -> misled(handedOn(request), route));
  }

  /// What the settings do not show.
  private Optional<Message> misled(HandedOn handedOn, EffectiveRoute route) {
    if (route.localOnly().isEmpty()) {
      return Optional.empty();
    }
    return handedOn
        .unreadable()
        .map(word -> Message.of("launch.argument-unread", word))
        .or(() -> PassedOn.forbids(route, handedOn.models(), servers));
  }

  private static HandedOn handedOn(LaunchRequest request) {
    return new HandedOn(
        switch (request.task()) {
          case LaunchRequest.Task.Session(var arguments) -> arguments;
          case LaunchRequest.Task.LocalOnce(_, _, var arguments) -> arguments;
          case LaunchRequest.Task.QuickTest _, LaunchRequest.Task.CloudOnce _ -> List.of();
        });
  }

  private Optional<String> unsetVariable(EffectiveRoute route) {
    return route
        .credentialSource()
        .flatMap(source ->
            source instanceof TokenSource.Variable(var name)
                ? Optional.of(name)
                : Optional.<String>empty())
        .filter(name -> !isSet.test(name));
  }

  private Optional<ContextContract> context(EffectiveRoute route, Server server) {
    return server
            instanceof
            Server.Ollama(
                _,
                Known.Value<List<InstalledModel>>(var installed),
                Known.Value<List<LoadedModel>>(var loaded))
        ? Optional.of(contexts.of(route, installed, loaded))
        : Optional.empty();
  }

  /// As the launch will be made: a session gets the route's own variables, which may hide a key of
  /// the terminal that its settings files do not.
  private EffectiveRoute route(LaunchRequest request) throws PortException {
    var start = new ClaudeStart(request.folder(), StartedFrom.TERMINAL);
    return routes.read(
        switch (request.task()) {
          case LaunchRequest.Task.Session(var arguments) -> told(asRouted(start), arguments);
          case LaunchRequest.Task.QuickTest _ -> asRouted(start);
          // A one-off brings settings of its own, which are stronger than the project's.
          case LaunchRequest.Task.LocalOnce(var settings, var model, var arguments) ->
              told(start.withSettings(settings).withModel(model), arguments);
          case LaunchRequest.Task.CloudOnce _ -> start;
        });
  }

  private ClaudeStart asRouted(ClaudeStart start) throws PortException {
    return start.withVariables(LaunchVariables.of(routes.read(start)));
  }

  /// What is handed on to Claude Code may lead its requests elsewhere.
  private static ClaudeStart told(ClaudeStart start, List<String> arguments) {
    var options = SessionOptions.parse(arguments);
    var settled = options.settings().map(start::withSettings).orElse(start);
    return options.model().map(settled::withModel).orElse(settled);
  }

  private Known<InstalledTerminal> terminal(Optional<String> wanted, Preferences preferences) {
    try {
      return Known.of(terminals.choose(wanted, preferences));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  private Optional<Server> server(EffectiveRoute route) {
    if (!route.destination().leavesCloud()) {
      return Optional.empty();
    }
    return EndpointUrl.parse(route.baseUrl()).map(servers).map(GatherLaunchFacts::ask);
  }

  private static Server ask(ModelServer server) {
    try {
      return new Server.Ollama(server.version(), known(server::installed), known(server::loaded));
    } catch (PortException e) {
      return switch (e.kind()) {
        case UNREACHABLE, TIMEOUT -> new Server.Down(e.text());
        default -> new Server.Foreign();
      };
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws PortException;
  }

  private static <T> Known<T> known(Question<T> question) {
    try {
      return Known.of(question.ask());
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }
}
