package dev.switchyard.ui.projects;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.ModelSetupSection;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.project.ProjectList;
import dev.switchyard.domain.project.ProjectOptions;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteEndpoint;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.ui.projects.ChangeViewModel.Change;
import dev.switchyard.ui.projects.ChangeViewModel.Wish;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Prepares the changes that the screen offers, from the use cases that the command line calls too.
public final class RouteChanges {
  private static final String SHARED = ".claude/settings.json";
  private static final String PERSONAL = ".claude/settings.local.json";

  private final SwitchRoute switches;
  private final RouteServers servers;
  private final ProjectList projects;
  private final ProjectOptions options;
  private final RouteReader routes;
  private final CloudCommand cloudCommand;
  private final OpenSessions sessions;

  /// Which running sessions do not follow a switch that is done.
  @FunctionalInterface
  public interface OpenSessions {
    /// @return what to say of them, if there are any
    Optional<Message> after(RouteRequest done);
  }

  /// What starts one task in the cloud, as the Launch screen works it out.
  @FunctionalInterface
  public interface CloudCommand {
    String text(Path project) throws PortException;
  }

  public RouteChanges(
      SwitchRoute switches,
      RouteServers servers,
      ProjectList projects,
      ProjectOptions options,
      RouteReader routes,
      CloudCommand cloudCommand,
      OpenSessions sessions) {
    this.switches = switches;
    this.servers = servers;
    this.projects = projects;
    this.options = options;
    this.routes = routes;
    this.cloudCommand = cloudCommand;
    this.sessions = sessions;
  }

  /// Switching a project. A git project is asked about its scope once; "just me" is the answer that
  /// harms nobody.
  public Tasks.Work<Change> project(Project project, RouteChoice choice, Wish wish) {
    return _ -> {
      var remembered = projects.isPersonal(project);
      boolean isGit = project.gitRoot().isPresent();
      var usual = isGit && remembered.orElse(true) ? Scope.LOCAL : Scope.PROJECT;
      var chosen = wish.scope().orElse(usual);
      boolean asks =
          choice == RouteChoice.LOCAL
              && isGit
              && (remembered.isEmpty() || wish.scope().isPresent());
      var notes = new ArrayList<Message>();
      var plan = switches.plan(request(project.folder(), choice, chosen, wish, notes));
      notes.addAll(plan.notes());
      if (chosen == Scope.LOCAL && !project.gitMainRoot().equals(Optional.of(project.folder()))) {
        project
            .gitMainRoot()
            .ifPresent(root -> notes.add(Message.of("projects.note.main-root", root.toString())));
      }
      noteTracked(project, chosen, plan, notes);
      return change(
          plan,
          title(choice, project.name()),
          notes,
          asks ? plan.request().scope() : Optional.empty(),
          wish,
          another -> project(project, choice, another),
          () -> {
            if (asks) {
              projects.setPersonal(
                  project, plan.request().scope().equals(Optional.of(Scope.LOCAL)));
            }
          });
    };
  }

  /// The same for a project that is looked up when it is prepared.
  public Tasks.Work<Change> project(Path folder, RouteChoice choice, Wish wish) {
    return cancellation -> project(projects.project(folder), choice, wish).run(cancellation);
  }

  /// Switching the default of all projects.
  public Tasks.Work<Change> defaultRoute(Path home, RouteChoice choice, Wish wish) {
    return _ -> {
      var notes = new ArrayList<Message>();
      var plan = switches.plan(defaultRequest(home, choice, wish, notes));
      notes.addAll(plan.notes());
      return change(
          plan,
          title(choice, ""),
          notes,
          Optional.empty(),
          wish,
          another -> defaultRoute(home, choice, another),
          () -> {});
    };
  }

  /// The guide's line in `.gitignore`.
  Tasks.Work<Change> ignore(Project project) {
    return _ -> {
      var notes = new ArrayList<Message>();
      if (isTracked(project, SHARED)) {
        notes.add(Message.of("projects.note.ignore-tracked", SHARED));
      }
      var change = options.ignore(project, SHARED);
      return option(
          Message.of("projects.ignore.title", SHARED),
          change.stream().toList(),
          notes,
          Message.of("projects.ignore.done", SHARED));
    };
  }

  /// The guide's section in `CLAUDE.md`, or taking it away.
  Tasks.Work<Change> section(Project project) {
    return _ ->
        options.hasSection(project)
            ? option(
                Message.of("projects.section.remove"),
                List.of(options.removeSection(project)),
                List.of(),
                Message.of("projects.section.removed"))
            : option(
                Message.of("projects.section.add"),
                List.of(options.addSection(project, sectionOf(project))),
                List.of(Message.of("projects.section.why")),
                Message.of("projects.section.added"));
  }

  Tasks.Work<Change> section(Path folder) {
    return cancellation -> section(projects.project(folder)).run(cancellation);
  }

  private ModelSetupSection sectionOf(Project project) throws PortException {
    var route = routes.read(project.folder());
    if (route.destination() == Destination.CLOUD || route.model().isEmpty()) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("projects.section.not-local", project.name()));
    }
    return new ModelSetupSection(
        route.model().orElseThrow(), settingsFile(route), cloudCommand.text(project.folder()));
  }

  private static String settingsFile(EffectiveRoute route) {
    return switch (route.winner("ANTHROPIC_BASE_URL")) {
      case LOCAL -> PERSONAL;
      case USER -> "~/.claude/settings.json";
      default -> SHARED;
    };
  }

  private RouteRequest request(
      Path folder, RouteChoice choice, Scope scope, Wish wish, List<Message> notes)
      throws PortException {
    return switch (choice) {
      case LOCAL -> {
        var target = target(folder, wish, notes);
        boolean own =
            wish.scope().isEmpty()
                && target.endpoint().filter(RouteEndpoint::isOfThisMachine).isPresent();
        yield RouteRequest.local(folder, Optional.of(own ? Scope.LOCAL : scope), target);
      }
      case CLOUD -> RouteRequest.cloud(folder, Optional.empty(), wish.model()).withBlanksIn(scope);
      case INHERIT -> RouteRequest.inherit(folder, Optional.empty());
    };
  }

  private RouteRequest defaultRequest(Path home, RouteChoice choice, Wish wish, List<Message> notes)
      throws PortException {
    var user = Optional.of(Scope.USER);
    return switch (choice) {
      case LOCAL -> {
        var target = target(home, wish, notes);
        yield RouteRequest.local(home, user, target);
      }
      case CLOUD -> RouteRequest.cloud(home, user, wish.model());
      case INHERIT -> RouteRequest.inherit(home, user);
    };
  }

  private LocalTarget target(Path folder, Wish wish, List<Message> notes) throws PortException {
    var name = server(folder, wish);
    var proposal =
        servers.targets(name).propose(folder, modelOf(name, wish, notes), wish.contextTokens());
    notes.addAll(proposal.notes());
    return proposal.target().with(wish.options());
  }

  /// The one that is chosen, else the one that the folder is routed to already.
  private String server(Path folder, Wish wish) throws PortException {
    return wish.server().isPresent()
        ? wish.server().get()
        : routes.read(folder).endpoint().map(RouteEndpoint::name).orElse(RouteServers.IN_USE);
  }

  /// On a server that was just chosen, the first of its own models: the one in use is elsewhere.
  private Optional<String> modelOf(String server, Wish wish, List<Message> notes)
      throws PortException {
    if (wish.model().isPresent() || wish.server().isEmpty()) {
      return wish.model();
    }
    try {
      return servers.models(server).stream().findFirst();
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.MISSING) {
        throw e;
      }
      notes.add(e.text());
      return Optional.empty();
    }
  }

  private Optional<List<String>> models(RouteRequest request, String server) {
    if (request.choice() != RouteChoice.LOCAL || server.equals(RouteServers.IN_USE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(servers.models(server));
    } catch (PortException _) {
      // That it is away is said where its model is described.
      return Optional.of(List.of());
    }
  }

  private void noteTracked(Project project, Scope scope, RoutePlan plan, List<Message> notes) {
    var file = scope == Scope.LOCAL ? PERSONAL : SHARED;
    if (!plan.changesNothing() && isTracked(project, file)) {
      notes.add(Message.of("projects.note.tracked", file));
    }
  }

  /// Without git on this machine nothing is tracked by it that anybody would see here.
  private boolean isTracked(Project project, String file) {
    try {
      return options.isTracked(project, file);
    } catch (PortException _) {
      return false;
    }
  }

  private interface Afterwards {
    void run() throws PortException;
  }

  private Change change(
      RoutePlan plan,
      Message title,
      List<Message> notes,
      Optional<Scope> scope,
      Wish wish,
      ChangeViewModel.Variation again,
      Afterwards afterwards) {
    plan.expected().problems().stream()
        .filter(problem -> problem.severity() == EffectiveRoute.Severity.ERROR)
        .forEach(problem -> notes.add(problem.text()));
    var request = plan.request();
    var server =
        request
            .local()
            .flatMap(LocalTarget::endpoint)
            .map(RouteEndpoint::name)
            .filter(_ -> !wish.server().equals(Optional.of(RouteServers.IN_USE)))
            .orElse(RouteServers.IN_USE);
    return new Change(
        title,
        plan.changes(),
        notes,
        scope,
        request.local(),
        request.choice() == RouteChoice.LOCAL ? servers.all() : List.of(),
        server,
        models(request, server),
        wish,
        again,
        _ -> {
          var route = switches.apply(plan);
          afterwards.run();
          return switched(plan.request(), route);
        },
        true);
  }

  private Message switched(RouteRequest request, EffectiveRoute route) {
    var done = Message.of("projects.switched", RouteSentence.of(route));
    return sessions
        .after(request)
        .map(open -> Message.of("projects.switched-open", done, open))
        .orElse(done);
  }

  private Change option(Message title, List<FileChange> files, List<Message> notes, Message done) {
    var effective = files.stream().filter(file -> !file.changesNothing()).toList();
    return new Change(
        title,
        effective,
        notes,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        RouteServers.IN_USE,
        Optional.empty(),
        Wish.NONE,
        _ -> {
          throw new IllegalStateException("nothing to choose");
        },
        _ -> {
          for (var file : effective) {
            options.apply(file);
          }
          return done;
        },
        false);
  }

  static Message title(RouteChoice choice, String project) {
    var key = choice.name().toLowerCase(Locale.ROOT);
    return project.isEmpty()
        ? Message.of("projects.title.default-" + key)
        : Message.of("projects.title." + key, project);
  }
}
