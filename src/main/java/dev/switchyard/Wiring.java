package dev.switchyard;

import dev.switchyard.adapter.claude.ReplyFiles;
import dev.switchyard.adapter.claude.TranscriptFiles;
import dev.switchyard.adapter.demo.DemoWorld;
import dev.switchyard.adapter.file.LessonFile;
import dev.switchyard.adapter.file.ModelfileFolder;
import dev.switchyard.adapter.instance.InstancePlace;
import dev.switchyard.adapter.login.LoginEntries;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.adapter.preference.JsonPreferencesStore;
import dev.switchyard.adapter.preference.JsonWindowPlacementStore;
import dev.switchyard.adapter.process.ChildEnvironment;
import dev.switchyard.adapter.process.FollowedLog;
import dev.switchyard.adapter.process.HomeLocator;
import dev.switchyard.adapter.process.InstalledPrograms;
import dev.switchyard.adapter.process.OllamaLog;
import dev.switchyard.adapter.process.OllamaProcess;
import dev.switchyard.adapter.process.OwnProcess;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.adapter.process.SignalInterruption;
import dev.switchyard.adapter.process.SystemEnvironment;
import dev.switchyard.adapter.sensor.ModelRunners;
import dev.switchyard.cli.StartOptions;
import dev.switchyard.cli.UseCases;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.Interruption;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.about.Inventory;
import dev.switchyard.domain.about.ReadVersions;
import dev.switchyard.domain.alarm.FindAlarms;
import dev.switchyard.domain.benchmark.BenchmarkHistory;
import dev.switchyard.domain.benchmark.RunBenchmark;
import dev.switchyard.domain.capability.ProbeModel;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.doctor.Doctor;
import dev.switchyard.domain.doctor.Treat;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.ServerProcess;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.domain.endpoint.profile.ProfiledAccesses;
import dev.switchyard.domain.endpoint.profile.TokenReader;
import dev.switchyard.domain.health.CheckHealth;
import dev.switchyard.domain.health.HealthSubjects;
import dev.switchyard.domain.launch.LaunchClaude;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.localonly.LocalOnlyProjects;
import dev.switchyard.domain.log.CrashReports;
import dev.switchyard.domain.log.EventLog;
import dev.switchyard.domain.log.LoggedServer;
import dev.switchyard.domain.log.LoggedServerProcess;
import dev.switchyard.domain.log.Redaction;
import dev.switchyard.domain.login.LoginStart;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.ClosedServer;
import dev.switchyard.domain.model.CurrentServer;
import dev.switchyard.domain.model.FreeSpace;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.PreferencesStore;
import dev.switchyard.domain.preference.WindowPlacementStore;
import dev.switchyard.domain.probe.RouteProofs;
import dev.switchyard.domain.probe.VerifyRoute;
import dev.switchyard.domain.route.ExplainModel;
import dev.switchyard.domain.route.InheritAll;
import dev.switchyard.domain.route.LocalOnce;
import dev.switchyard.domain.route.LocalTargets;
import dev.switchyard.domain.route.RouteFallbacks;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.SessionModels;
import dev.switchyard.domain.route.SettingsHistory;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.session.FindCutPrompts;
import dev.switchyard.domain.session.ReadSessions;
import dev.switchyard.domain.setup.ServerInspection;
import dev.switchyard.domain.setup.StatusReader;
import dev.switchyard.domain.team.TeamSharing;
import dev.switchyard.domain.truth.Lessons;
import dev.switchyard.domain.truth.ReadServerSettings;
import dev.switchyard.domain.truth.ReadTruth;
import dev.switchyard.domain.truth.RunnerSight;
import dev.switchyard.domain.truth.SeenLoads;
import dev.switchyard.domain.truth.WatchedServer;
import dev.switchyard.domain.usage.PriceStore;
import dev.switchyard.domain.usage.ReadUsage;
import dev.switchyard.domain.whereabouts.ReachServer;
import dev.switchyard.domain.work.FollowWork;
import dev.switchyard.domain.work.ReadWork;
import dev.switchyard.ui.text.Language;
import dev.switchyard.ui.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The composition root: constructs adapters and use cases when they are first asked for, and
/// closes them in the reverse order. What only the window needs is wired in [WindowWiring].
final class Wiring implements UseCases {
  private final StartOptions options;
  private final boolean ofWindow;
  private final Machine machine;
  private final Locale systemLocale = Locale.getDefault();
  private final Lifetime lifetime = new Lifetime();
  private final Texts texts = new Texts(this::locale);

  private final Supplier<DemoWorld> demo = lifetime.once(DemoWorld::open, DemoWorld::close);
  private final Supplier<Home> home = lifetime.once(this::locateHome);
  private final Supplier<PreferencesStore> preferences =
      lifetime.once(() -> new JsonPreferencesStore(home().configuration()));
  private final Supplier<PreferencesStore.Loaded> saved = lifetime.once(this::load);
  private final Supplier<CurrentServer> server =
      lifetime.once(() -> new CurrentServer(connect(chosenUrl())));
  private final Supplier<MemorySensor> memory =
      lifetime.once(this::openSensor, MemorySensor::close);
  private final FutureTask<MemoryReading> firstReading = new FutureTask<>(() -> memory().read());
  private final Supplier<Processes> processes =
      lifetime.once(() ->
          new Processes(
              ChildEnvironment.of(surroundings(), home(), SystemEnvironment.javaHome()),
              surroundings().system()));
  private final Supplier<Programs> programs =
      lifetime.once(() -> new InstalledPrograms(processes(), surroundings(), home(), clock()));
  private final Supplier<ServerInspection> serverInspection =
      lifetime.once(() -> new ServerInspection(server(), programs()));

  private final Supplier<FindCutPrompts> cutPrompts =
      lifetime.once(
          () -> new FindCutPrompts(new ReplyFiles(home().claudeConfig()), this::serverAt));

  private final Supplier<Lessons> lessons =
      lifetime.once(() -> new Lessons(new LessonFile(home().state()), log()));
  private final Supplier<RunnerSight> sight = lifetime.once(this::openSight);
  private final Supplier<FollowWork> followWork =
      lifetime.once(
          () -> new FollowWork(url -> new FollowedLog(url, surroundings(), home(), clock())));
  private final SeenLoads seenLoads = new SeenLoads(this::truth);
  private final Supplier<Optional<EndpointProfile>> named = lifetime.once(this::readNamed);
  private final Supplier<TokenReader> tokens = lifetime.once(() -> EndpointWiring.tokens(this));
  private final Supplier<ProfiledAccesses> accesses =
      lifetime.once(() -> EndpointWiring.accesses(this, tokens()));
  private final Map<EndpointUrl, ModelServer> others = new ConcurrentHashMap<>();
  private final ReportWiring reporting = new ReportWiring(this, lifetime, this::personsHome);
  private final RouteWiring routing = new RouteWiring(this, lifetime);
  private final LaunchWiring launching = new LaunchWiring(this, lifetime);
  private final ProbeWiring probing = new ProbeWiring(this, lifetime);

  /// For one command, which runs in the terminal that it is asked about.
  Wiring(StartOptions options) {
    this(options, Machine.real(), false);
  }

  private Wiring(StartOptions options, Machine machine, boolean ofWindow) {
    this.options = options;
    this.machine = machine;
    this.ofWindow = ofWindow;
  }

  /// For one command on that machine.
  static Wiring ofCommand(StartOptions options, Machine machine) {
    return new Wiring(options, machine, false);
  }

  static Wiring ofWindow(StartOptions options, Machine machine) {
    return new Wiring(options, machine, true);
  }

  boolean isOfWindow() {
    return ofWindow;
  }

  @Override
  public Home home() {
    return home.get();
  }

  @Override
  public MemorySensor memory() {
    return memory.get();
  }

  @Override
  public CurrentServer server() {
    return server.get();
  }

  @Override
  public ModelfileStore modelfiles() {
    return new ModelfileFolder(home().modelfiles());
  }

  @Override
  public Programs programs() {
    return programs.get();
  }

  @Override
  public StatusReader machineStatus() {
    // Both are read while the server is asked, which comes first.
    readMemoryAhead();
    var programs = ClaudeAhead.of(programs());
    return new StatusReader(serverInspection(), server(), programs, memory(), routes());
  }

  ServerInspection serverInspection() {
    return serverInspection.get();
  }

  @Override
  public RouteReader routes() {
    return routing.routes();
  }

  @Override
  public ExplainModel explainModel() {
    return new ExplainModel(this::serverAt);
  }

  @Override
  public SessionModels sessionModels() {
    return new TranscriptFiles(home().claudeConfig());
  }

  @Override
  public SwitchRoute switchRoute() {
    return routing.switchRoute();
  }

  @Override
  public SettingsHistory settingsHistory() {
    return routing.settingsHistory();
  }

  @Override
  public InheritAll inheritAll() {
    return routing.inheritAll();
  }

  @Override
  public LocalTargets localTargets() {
    return targetsAt(server());
  }

  @Override
  public LocalTargets localTargets(EndpointProfile endpoint) {
    return targetsAt(serverAt(endpoint.url()));
  }

  LocalTargets targetsAt(ModelServer server) {
    return new LocalTargets(server, modelfiles(), routes(), routing.knowledge());
  }

  @Override
  public LocalOnlyProjects localOnly() {
    return routing.localOnly();
  }

  @Override
  public RouteFallbacks fallbacks() {
    return routing.fallbacks();
  }

  @Override
  public LocalOnce localOnce(LocalTargets targets) {
    return routing.localOnce(targets);
  }

  @Override
  public LocalOnce localOnce() {
    return routing.localOnce(localTargets());
  }

  @Override
  public VerifyRoute verifyRoute() {
    return probing.verifyRoute();
  }

  @Override
  public RouteProofs proofs() {
    return probing.proofs();
  }

  @Override
  public ProbeModel probeModel() {
    return probing.probeModel();
  }

  @Override
  public ReportStore capabilityReports() {
    return probing.reports();
  }

  @Override
  public CheckContext checkContext() {
    return new CheckContext(proofs()::measuredPrompt, this::serverAt);
  }

  @Override
  public FindCutPrompts cutPrompts() {
    return cutPrompts.get();
  }

  @Override
  public Lessons lessons() {
    return lessons.get();
  }

  @Override
  public SeenLoads seenLoads() {
    return seenLoads;
  }

  @Override
  public ReadServerSettings serverSettings() {
    return new ReadServerSettings(server(), runners());
  }

  private ReadTruth truth(EndpointUrl url) {
    var asked = serverAt(url);
    return new ReadTruth(
        asked, new ServerMemory(asked, memory()), sight.get(), lessons(), log(), clock());
  }

  private RunnerSight openSight() {
    return new RunnerSight(runners(), serverLog(), memory());
  }

  @Override
  public ReadWork work() {
    return new ReadWork(server().url(), followWork(), runners(), serverLog());
  }

  FindAlarms findAlarms() {
    return new FindAlarms(routing.projectRoutes(), checkContext(), sessions(), cutPrompts());
  }

  FollowWork followWork() {
    return followWork.get();
  }

  private ModelRunners runners() {
    return new ModelRunners(surroundings().system());
  }

  private OllamaLog serverLog() {
    return new OllamaLog(processes(), surroundings(), home());
  }

  Machine.Processors processors() {
    return machine.processors();
  }

  boolean isDemo() {
    return options.demo();
  }

  @Override
  public RunBenchmark benchmark() {
    return BenchmarkWiring.benchmark(this, benchmarks());
  }

  @Override
  public BenchmarkHistory benchmarks() {
    return BenchmarkWiring.history(this);
  }

  @Override
  public Endpoints endpoints() {
    return EndpointWiring.endpoints(this);
  }

  /// What a connection to each address needs: its token, who vouches for it, its time limits.
  ProfiledAccesses accesses() {
    return accesses.get();
  }

  /// Reads endpoints' tokens where they are kept.
  TokenReader tokens() {
    return tokens.get();
  }

  @Override
  public DetectEndpoint detectEndpoint() {
    return EndpointWiring.detect();
  }

  @Override
  public HealthSubjects healthSubjects() {
    return HealthWiring.subjects(this);
  }

  @Override
  public CheckHealth checkHealth() {
    return HealthWiring.check(this);
  }

  @Override
  public ReachServer reachServer() {
    return HealthWiring.reach(this);
  }

  @Override
  public TeamSharing team() {
    return TeamWiring.sharing(this);
  }

  @Override
  public ReadUsage usage() {
    return UsageWiring.usage(this);
  }

  @Override
  public PriceStore prices() {
    return UsageWiring.prices(this);
  }

  @Override
  public ReadSessions sessions() {
    return routing.sessions();
  }

  ReportWiring reporting() {
    return reporting;
  }

  EventLog log() {
    return reporting.log();
  }

  @Override
  public CrashReports crashes() {
    return reporting.crashes();
  }

  @Override
  public Redaction redaction() {
    return reporting.redaction();
  }

  @Override
  public Inventory inventory() {
    return reporting.inventory();
  }

  @Override
  public ReadVersions versions() {
    return reporting.versions();
  }

  RouteWiring routing() {
    return routing;
  }

  @Override
  public LaunchClaude launcher() {
    return launching.launcher();
  }

  LaunchWiring launching() {
    return launching;
  }

  @Override
  public FreeSpace freeSpace() {
    return machine.freeSpace().apply(home());
  }

  @Override
  public Interruption listenForInterruption() {
    return SignalInterruption.listen();
  }

  @Override
  public Clock clock() {
    return machine.clock();
  }

  @Override
  public Surroundings surroundings() {
    return machine.surroundings();
  }

  /// How long to wait really, instead of so long.
  UnaryOperator<Duration> pace() {
    return machine.pace();
  }

  Processes processes() {
    return processes.get();
  }

  PreferencesStore preferences() {
    return preferences.get();
  }

  WindowPlacementStore windowPlacement() {
    return new JsonWindowPlacementStore(home().state());
  }

  ServerProcess serverProcess() {
    var process = new OllamaProcess(processes(), programs(), home(), this::answers);
    return new LoggedServerProcess(process, log());
  }

  @Override
  public Doctor doctor() {
    return DoctorWiring.doctor(this);
  }

  @Override
  public Treat treat() {
    return DoctorWiring.treat(this);
  }

  /// The address that the person chose, in the order in which choices win.
  EndpointUrl chosenUrl() {
    boolean isTold =
        options.demo() || options.ollama().isPresent() || options.endpoint().isPresent();
    return isTold ? standardUrl() : savedUrl().orElseGet(this::fallbackUrl);
  }

  /// The server as long as the person chooses no other one in the window.
  EndpointUrl standardUrl() {
    if (options.demo()) {
      return demo.get().url();
    }
    return chosenEndpoint()
        .map(EndpointProfile::url)
        .or(options::ollama)
        .orElseGet(this::fallbackUrl);
  }

  /// The server where the person chose none.
  EndpointUrl fallbackUrl() {
    return surroundings()
        .variable("OLLAMA_HOST")
        .flatMap(EndpointUrl::parse)
        .orElse(EndpointUrl.DEFAULT);
  }

  private Optional<EndpointUrl> savedUrl() {
    var saved = savedPreferences().serverUrl();
    return saved.isEmpty() ? Optional.empty() : EndpointUrl.parse(saved);
  }

  /// Uses another server from now on.
  void changeServer(EndpointUrl url) {
    if (!url.equals(server().url())) {
      server().change(connect(url));
    }
  }

  /// What `--demo` runs in.
  Optional<DemoWorld> demonstration() {
    return options.demo() ? Optional.of(demo.get()) : Optional.empty();
  }

  private Home locateHome() {
    return options.demo() ? demo.get().home() : personsHome();
  }

  private Home personsHome() {
    return new HomeLocator(surroundings()).locate(options.home());
  }

  /// The system's entry that starts this program at login; empty where it is not installed.
  Optional<LoginStart> loginStart() {
    return LoginEntries.of(surroundings(), home(), SystemEnvironment.javaHome(), processes());
  }

  /// Where windows of the same home find each other; asking for it opens no demonstration.
  InstancePlace instancePlace() {
    return InstancePlace.of(surroundings(), personsHome(), options.demo());
  }

  /// The server at an address: the chosen one, or one that a project is routed to. It stays the one
  /// at that address, whatever is chosen later.
  ModelServer serverAt(EndpointUrl url) {
    var chosen = server().pinned();
    return url.equals(chosen.url()) ? chosen : others.computeIfAbsent(url, this::connect);
  }

  private ModelServer connect(EndpointUrl url) {
    return new WatchedServer(new LoggedServer(serverOf(url), log()), seenLoads, this::memory);
  }

  /// What the person has said about an address; what cannot be read counts from its first use.
  private ModelServer serverOf(EndpointUrl url) {
    try {
      return EndpointWiring.server(access(url), home().state(), lifetime);
    } catch (PortException e) {
      return new ClosedServer(url, e);
    }
  }

  /// What was named counts also where several endpoints have one address.
  private Access access(EndpointUrl url) throws PortException {
    var chosen = chosenEndpoint().filter(endpoint -> endpoint.url().isSameAs(url));
    return chosen.isPresent() ? accesses().to(chosen.get()) : accesses().to(url);
  }

  /// The endpoint that was named as the server. A name that is none was refused before.
  @Override
  public Optional<EndpointProfile> chosenEndpoint() {
    return named.get();
  }

  private Optional<EndpointProfile> readNamed() {
    try {
      return options.endpoint().isEmpty()
          ? Optional.empty()
          : Optional.of(endpoints().named(options.endpoint().get()));
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  private boolean answers(EndpointUrl url) {
    try (var asked = new OllamaServer(url)) {
      asked.version();
      return true;
    } catch (PortException _) {
      return false;
    }
  }

  /// What everything is written in that a person reads, for a command with some options. A
  /// demonstration has no choice of its own: its home would have to be made first.
  static Locale locale(StartOptions options) {
    var wiring = new Wiring(options);
    return options.demo() ? wiring.locale("") : wiring.locale();
  }

  Texts texts() {
    return texts;
  }

  /// What everything would be written in after a start with another choice of language.
  Locale locale(String chosen) {
    return Language.locale(chosen, surroundings(), systemLocale);
  }

  /// Starts the program once more as soon as this one has let go of everything; empty where it does
  /// not know how.
  Optional<Runnable> startAgain() {
    // Who asks for it has a window, and wants it back.
    return OwnProcess.command(Set.of("--tray"))
        .map(command -> () -> lifetime.atEnd(() -> OwnProcess.startAgain(command)));
  }

  /// By the language that was chosen at the start.
  Locale locale() {
    return locale(savedPreferences().language());
  }

  @Override
  public Preferences savedPreferences() {
    return saved().preferences();
  }

  /// As they were at the start, and what was wrong with them. The window reports it; a command goes
  /// on with what it was told otherwise.
  PreferencesStore.Loaded saved() {
    return saved.get();
  }

  private PreferencesStore.Loaded load() {
    try {
      return preferences().load();
    } catch (PortException e) {
      return new PreferencesStore.Loaded(Preferences.DEFAULT, Optional.of(e.text()));
    }
  }

  /// Begins to read the memory, so that the window has it in its first picture.
  void readMemoryAhead() {
    Thread.ofPlatform().daemon().name("first-reading").start(firstReading);
  }

  /// Empty where it is not there yet, or cannot be had.
  Optional<MemoryReading> memoryReadAhead() {
    return firstReading.state() == Future.State.SUCCESS
        ? Optional.of(firstReading.resultNow())
        : Optional.empty();
  }

  private MemorySensor openSensor() {
    var sensor = machine.memory().get();
    return options.demo() ? demo.get().sensor(sensor) : sensor;
  }

  @Override
  public void close() {
    lifetime.close();
  }
}
