package dev.switchyard.ui.projects;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.alarm.FindAlarms;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.context.ReloadModel;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.launch.shell.Posix;
import dev.switchyard.domain.localonly.LocalOnlyProjects;
import dev.switchyard.domain.localonly.LocalOnlyStore;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.project.ProjectList;
import dev.switchyard.domain.project.ProjectOptions;
import dev.switchyard.domain.project.ProjectStore;
import dev.switchyard.domain.reply.CutPrompt;
import dev.switchyard.domain.reply.Reply;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.JournaledFiles;
import dev.switchyard.domain.route.LocalTargets;
import dev.switchyard.domain.route.ProjectRoutes;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteEndpoint;
import dev.switchyard.domain.route.RouteFallbacks;
import dev.switchyard.domain.route.SettingsHistory;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.StartEnvironment;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.route.TypedModel;
import dev.switchyard.domain.session.ClaudeProcess;
import dev.switchyard.domain.session.FindCutPrompts;
import dev.switchyard.domain.session.ReadSessions;
import dev.switchyard.domain.session.RememberedSettings;
import dev.switchyard.domain.session.SessionNote;
import dev.switchyard.domain.team.TeamSharing;
import dev.switchyard.domain.work.FollowWork;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.fake.MemoryJournal;
import dev.switchyard.fake.MemoryVersions;
import dev.switchyard.fake.ProvingGround;
import dev.switchyard.fake.ScriptedLog;
import dev.switchyard.fake.ScriptedServer;
import dev.switchyard.fake.VisitedScreens;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.session.SessionsViewModel;
import dev.switchyard.ui.share.TeamViewModel;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.text.Texts;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The real use cases over files in memory, with three projects.
public final class ProjectsBench {
  public static final Path HOME = Path.of("/home/ada");
  public static final Path BILLING = HOME.resolve("src/billing-service");
  public static final Path WEBSITE = HOME.resolve("src/website");
  public static final Path NOTES = HOME.resolve("notes");
  public static final Path USER = HOME.resolve(".claude/settings.json");

  public final MemoryFiles files = new MemoryFiles();
  final FakeRepositories repositories = new FakeRepositories().main(BILLING).main(WEBSITE);
  final MemoryJournal journal = new MemoryJournal();
  final MemoryVersions versions = new MemoryVersions();
  public final ImmediateTasks tasks = new ImmediateTasks();
  final ProvingGround proving = new ProvingGround();
  final Map<String, String> process = new HashMap<>();

  /// What the extension in VS Code adds to that.
  final Map<String, String> extension = new HashMap<>();

  int forgotten;
  final List<Path> found = new ArrayList<>(List.of(BILLING, WEBSITE, NOTES));
  public final List<Message> said = new ArrayList<>();
  final List<Notices.Action> offered = new ArrayList<>();
  public final Notices notices =
      (_, text, action) -> {
        said.add(text);
        action.ifPresent(offered::add);
      };

  public final WrittenRoutes written = new WrittenRoutes();

  /// Running sessions, and when settings files changed.
  final List<ClaudeProcess> processes = new ArrayList<>();

  /// What these say of themselves; without it a session has no name.
  final List<SessionNote> sessionNotes = new ArrayList<>();

  final Map<Path, Instant> changedAt = new HashMap<>();
  final Map<Long, CutPrompt> cuts = new HashMap<>();
  public final ScriptedServer server = new ScriptedServer();

  /// What the server's log tells.
  public final ScriptedLog log = new ScriptedLog(List.of());

  public final FollowWork work = new FollowWork(_ -> log);
  final List<RouteChoice> defaults = new ArrayList<>();
  final VisitedScreens navigator = new VisitedScreens();
  final List<String> opened = navigator.all;
  final LocalOnlyProjects localOnly =
      new LocalOnlyProjects(
          new LocalOnlyStore() {
            private Kept kept = Kept.NOTHING;

            @Override
            public Kept load() {
              return kept;
            }

            @Override
            public void change(UnaryOperator<Kept> change) {
              kept = change.apply(kept);
            }
          },
          folder -> folder);
  List<RouteEndpoint> endpoints = List.of();
  List<String> models = List.of("gemma4-claude", "qwen3-coder:30b");
  private ProjectStore.Known known = ProjectStore.Known.NOTHING;

  public ProjectsBench() {
    List.of(HOME, BILLING, WEBSITE, NOTES).forEach(files.folders::add);
  }

  ProjectsViewModel model() {
    return new ProjectsViewModel(
        tasks,
        new ProjectRoutes(list(), reader(), switches()),
        list(),
        switches(),
        changes(),
        () -> models,
        new WhyViewModel.Questions() {
          @Override
          public List<Message> explain(EffectiveRoute route, String model) {
            return TypedModel.explain(route, model, Optional.empty());
          }

          @Override
          public void forget() {
            forgotten++;
          }
        },
        proving.proofs(),
        notices,
        written);
  }

  ProjectsView view(ProjectsViewModel model) {
    return view(model, verify(model));
  }

  ProjectsView view(ProjectsViewModel model, VerifyViewModel verify) {
    return view(model, verify, elsewhere(model));
  }

  ProjectsView view(ProjectsViewModel model, ElsewhereViewModel elsewhere) {
    return view(model, verify(model), elsewhere);
  }

  private ProjectsView view(
      ProjectsViewModel model, VerifyViewModel verify, ElsewhereViewModel elsewhere) {
    var launch = new LaunchViewModel(tasks, null, null, notices, _ -> {}, null, null);
    return new ProjectsView(
        model,
        verify,
        sessions(model),
        context(model),
        elsewhere,
        history(model),
        limits(model),
        launch,
        new TeamViewModel(tasks, ProjectsBench::noTeam, notices, () -> {}),
        new Places(HOME),
        texts());
  }

  private static TeamSharing noTeam() {
    throw new AssertionError("no project of these tests has a team");
  }

  ContextViewModel context(ProjectsViewModel model) {
    return new ContextViewModel(
        tasks,
        new CheckContext(proving.proofs()::measuredPrompt, server::at),
        new ReloadModel(server::at),
        model,
        navigator,
        defaults::add,
        notices);
  }

  public FindAlarms alarms(List<Reply> replies) {
    return new FindAlarms(
        new ProjectRoutes(list(), reader(), switches()),
        new CheckContext(proving.proofs()::measuredPrompt, server::at),
        readSessions(),
        new FindCutPrompts((_, _) -> List.copyOf(replies), server::at));
  }

  HistoryViewModel history(ProjectsViewModel model) {
    return new HistoryViewModel(
        tasks, new SettingsHistory(files, store()), model, notices, written);
  }

  VerifyViewModel verify(ProjectsViewModel model) {
    return new VerifyViewModel(
        tasks, proving.useCase(reader()), work, model, notices, ProvingGround.CLOCK);
  }

  /// Of the processes that a test has put into the table.
  SessionsViewModel sessions(ProjectsViewModel model) {
    var sessions =
        new SessionsViewModel(
            tasks,
            readSessions(),
            session -> Optional.ofNullable(cuts.get(session.session().process().id())),
            report -> report.restartLine(new Posix()),
            (folder, cut) -> said.add(cut.text()));
    sessions.setShown(true);
    model
        .stateProperty()
        .subscribe(state -> {
          if (state instanceof ProjectsViewModel.State.Listed(var listed, _)) {
            sessions.setFolders(listed.stream().map(row -> row.project().folder()).toList());
          }
        });
    return sessions;
  }

  ElsewhereViewModel elsewhere(ProjectsViewModel model) {
    return new ElsewhereViewModel(
        notices, folder -> folder.ifPresent(model::select), model::propose);
  }

  ReadSessions readSessions() {
    return new ReadSessions(
        () -> processes,
        () -> sessionNotes,
        files,
        repositories,
        reader(),
        new RememberedSettings(
            files,
            versions,
            switches(),
            file -> Optional.ofNullable(changedAt.get(file)),
            _ -> Optional.empty()),
        Home.below(HOME),
        List.of());
  }

  DefaultRouteViewModel defaultRoute(ProjectsViewModel model) {
    return new DefaultRouteViewModel(
        tasks, reader(), changes(), HOME, () -> models, notices, model::undo, written);
  }

  static Texts texts() {
    return new Texts(Locale.ENGLISH);
  }

  /// The server in use and, where a test names one, another.
  private RouteServers servers() {
    return new RouteServers() {
      @Override
      public List<Named> all() {
        var inUse = Stream.of(new Named(IN_USE, "http://localhost:11434"));
        var named =
            endpoints.stream().map(one -> new Named(one.name(), one.profile().url().toString()));
        return Stream.concat(inUse, named).toList();
      }

      @Override
      public LocalTargets targets(String name) {
        return new LocalTargets(server(url(name)), saved(), reader(), () -> endpoints);
      }

      @Override
      public List<String> models(String name) {
        return name.equals(IN_USE) ? models : List.of("qwen3-coder", "devstral");
      }
    };
  }

  public RouteChanges changes() {
    return new RouteChanges(
        switches(),
        servers(),
        list(),
        new ProjectOptions(files, repositories),
        reader(),
        _ -> "claude --setting-sources user --model sonnet",
        request -> readSessions().openAfter(request));
  }

  public SwitchRoute switches() {
    return new SwitchRoute(
        files, repositories, reader(), store(), surroundings(), List::of, Clock.systemUTC());
  }

  JournaledFiles store() {
    return new JournaledFiles(files, journal, versions, Clock.systemUTC());
  }

  public SettingsRouteReader reader() {
    return new SettingsRouteReader(
        files,
        repositories,
        () -> Account.NONE,
        surroundings(),
        this::environment,
        () -> endpoints);
  }

  private StartEnvironment environment(StartedFrom from) {
    var variables = new HashMap<>(process);
    if (from == StartedFrom.VSCODE) {
      variables.putAll(extension);
    }
    return StartEnvironment.of(Message.of("route.feed.own"), variables);
  }

  private ClaudeSurroundings surroundings() {
    return new ClaudeSurroundings(HOME, Path.of("/etc/managed.json"), USER, process);
  }

  public ProjectList list() {
    var store =
        new ProjectStore() {
          @Override
          public Known load() {
            return known;
          }

          @Override
          public void save(Known next) {
            known = next;
          }
        };
    return new ProjectList(store, () -> found, repositories, files, HOME);
  }

  LimitsViewModel limits(ProjectsViewModel model) {
    var keptNames = new HashMap<Path, String>();
    var store =
        new RouteFallbacks.Store() {
          @Override
          public Map<Path, String> load() {
            return keptNames;
          }

          @Override
          public void set(Path folder, Optional<String> name) {
            name.ifPresentOrElse(one -> keptNames.put(folder, one), () -> keptNames.remove(folder));
          }
        };
    var uses =
        new LimitsViewModel.Uses(
            () -> localOnly,
            () -> new RouteFallbacks(store, () -> endpoints, folder -> folder),
            () -> () -> endpoints);
    return new LimitsViewModel(tasks, uses, model, written);
  }

  /// Another server that the person has named.
  static RouteEndpoint team() {
    return new RouteEndpoint(
        new EndpointProfile(
            "team",
            EndpointKind.GATEWAY,
            EndpointUrl.parse("https://llm.team.example").orElseThrow(),
            new TokenSource.Variable("TEAM_LLM_TOKEN"),
            Optional.empty(),
            TimeLimits.USUAL),
        OperatingSystem.LINUX);
  }

  private EndpointUrl url(String name) {
    return endpoints.stream()
        .filter(one -> one.name().equals(name))
        .map(one -> one.profile().url())
        .findFirst()
        .orElse(EndpointUrl.DEFAULT);
  }

  /// Serves every model with 64K.
  private static ModelServer server(EndpointUrl url) {
    return (ModelServer)
        Proxy.newProxyInstance(
            ModelServer.class.getClassLoader(),
            new Class<?>[] {ModelServer.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "url" -> url;
                  case "describe" ->
                      new ModelDescription(
                          (ModelName) arguments[0],
                          "FROM gemma4:26b\nPARAMETER num_ctx 65536\n",
                          Set.of(Capability.TOOLS),
                          new ModelShape("gemma4", Map.of(), List.of(), 0),
                          "");
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static ModelfileStore saved() {
    return new ModelfileStore() {
      @Override
      public List<String> names() {
        return List.of();
      }

      @Override
      public Optional<Saved> read(String name) {
        return Optional.empty();
      }

      @Override
      public Saved save(String name, Modelfile modelfile, Optional<Saved> before)
          throws PortException {
        throw new UnsupportedOperationException();
      }

      @Override
      public void delete(String name) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Path fileOf(String name) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
