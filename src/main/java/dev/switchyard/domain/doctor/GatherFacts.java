package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import dev.switchyard.domain.doctor.ServerHost.WindowsServer;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.StartedFrom;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asks everything that the checks need. What does not answer in time, or fails, is unknown and
/// keeps nothing else from being asked.
public final class GatherFacts {
  private final Questions questions;
  private final Surroundings surroundings;
  private final InstantSource clock;
  private final EndpointUrl chosenUrl;
  private final Function<EndpointUrl, ModelServer> servers;
  private final ServerMachine machine;
  private final GatherHost hosts;
  private final Programs programs;
  private final GatherProject projects;
  private final GatherModel models;

  /// @param chosenUrl the server that is chosen in Switchyard
  /// @param servers speaks to the server at an address
  public GatherFacts(
      Questions questions,
      Surroundings surroundings,
      InstantSource clock,
      EndpointUrl chosenUrl,
      Function<EndpointUrl, ModelServer> servers,
      ServerMachine machine,
      GatherHost hosts,
      Programs programs,
      GatherProject projects,
      GatherModel models) {
    this.questions = questions;
    this.surroundings = surroundings;
    this.clock = clock;
    this.chosenUrl = chosenUrl;
    this.servers = servers;
    this.machine = machine;
    this.hosts = hosts;
    this.programs = programs;
    this.projects = projects;
    this.models = models;
  }

  /// @param folder the project
  /// @param progress told of each step before it is waited for, on the calling thread
  public MachineFacts gather(Path folder, Consumer<ExamineStep> progress) {
    progress.accept(ExamineStep.ROUTE);
    var claude = questions.begin(() -> programs.claude().toOptional());
    var ollama = questions.begin(() -> programs.ollama().toOptional());
    var routes = projects.routes(folder);
    var url = routes.toOptional().flatMap(GatherFacts::routedTo).orElse(chosenUrl);
    var service = questions.begin(() -> machine.isService(url));
    var free = questions.begin(() -> machine.freeBytes(url));
    var unfinished = questions.begin(() -> machine.unfinishedBytes(url));
    var begun = hosts.begin(url);
    progress.accept(ExamineStep.SERVER);
    var server = server(url);
    var elsewhere =
        url.equals(chosenUrl) ? Optional.<ServerFacts>empty() : Optional.of(server(chosenUrl));
    var windows = begun.windows(server, this::server);
    progress.accept(ExamineStep.PROJECT);
    var project = projects.gather(folder, routes, usable(server, elsewhere, windows));
    progress.accept(ExamineStep.PROGRAMS);
    var installedClaude = claude.get();
    var installedOllama = ollama.get();
    var portOwner = portOwner(server);
    var disk = new DiskFacts(flat(free.get()), flat(unfinished.get()));
    progress.accept(ExamineStep.MODEL);
    return new MachineFacts(
        surroundings.system(),
        Shells.usual(surroundings),
        clock.instant(),
        installedClaude,
        installedOllama,
        server,
        elsewhere,
        portOwner,
        flat(service.get()),
        begun.get(windows),
        disk,
        models.gather(folder, project.route(), server),
        project);
  }

  private static Optional<EndpointUrl> routedTo(RoutesByStart routes) {
    var route = routes.of(StartedFrom.TERMINAL);
    return route.destination().leavesCloud()
        ? EndpointUrl.parse(route.baseUrl())
        : Optional.empty();
  }

  /// Where Ollama answers: there a route can lead.
  private static Optional<EndpointUrl> usable(
      ServerFacts server, Optional<ServerFacts> elsewhere, Known<Optional<WindowsServer>> windows) {
    var below = windows.toOptional().flatMap(found -> found).flatMap(WindowsServer::server);
    return Stream.of(Optional.of(server), elsewhere, below)
        .flatMap(Optional::stream)
        .filter(ServerFacts::answers)
        .map(ServerFacts::url)
        .findFirst();
  }

  /// It takes a look at every process, so it is only asked where it matters.
  private Known<Optional<String>> portOwner(ServerFacts server) {
    return server.answers()
        ? Known.of(Optional.empty())
        : flat(questions.ask(() -> machine.portOwner(server.url())));
  }

  private ServerFacts server(EndpointUrl url) {
    var server = servers.apply(url);
    var reply = questions.begin(() -> reply(server));
    var models = questions.begin(server::installed);
    var loaded = questions.begin(server::loaded);
    return new ServerFacts(url, Known.of(inTime(reply.get())), models.get(), loaded.get());
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

  /// That nothing came in time is what was found out.
  private static Reply inTime(Known<Reply> reply) {
    return switch (reply) {
      case Known.Value<Reply>(var known) -> known;
      case Known.Unknown<Reply>(var reason) -> new Reply.Silent(reason);
    };
  }

  static <T> Known<T> flat(Known<Known<T>> nested) {
    return switch (nested) {
      case Known.Value<Known<T>>(var inner) -> inner;
      case Known.Unknown<Known<T>>(var reason) -> Known.unknown(reason);
    };
  }
}
