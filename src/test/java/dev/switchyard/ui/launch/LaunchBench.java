package dev.switchyard.ui.launch;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.launch.LaunchClaude;
import dev.switchyard.domain.launch.LaunchFolder;
import dev.switchyard.domain.launch.OpenTerminal;
import dev.switchyard.domain.launch.PlanLaunch;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.launch.preflight.FolderTrust;
import dev.switchyard.domain.launch.preflight.GatherLaunchFacts;
import dev.switchyard.domain.launch.terminal.TerminalHost;
import dev.switchyard.domain.launch.terminal.Terminals;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.VisitedScreens;
import dev.switchyard.ui.shell.Notices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The real use case of a launch over a machine that is played, so that view-models and views meet
/// what they meet in the program.
final class LaunchBench implements Programs, TerminalHost, FolderTrust, LaunchFolder, RouteReader {
  static final LaunchTarget PROJECT =
      new LaunchTarget(Path.of("project"), Optional.of(RouteChoice.CLOUD));

  final PlayedLocalServer server = new PlayedLocalServer();
  final ImmediateTasks tasks = new ImmediateTasks();
  final List<String> opened = new ArrayList<>();
  final List<String> written = new ArrayList<>();
  final List<String> settings = new ArrayList<>();
  final List<String> copied = new ArrayList<>();
  final List<Message> notices = new ArrayList<>();
  private final VisitedScreens navigator = new VisitedScreens();
  final List<String> visited = navigator.all;
  boolean hasClaude = true;
  boolean trusted = true;
  Set<String> terminals = Set.of("xterm");
  Optional<PortException> terminalFails = Optional.empty();
  List<EffectiveRoute.Problem> problems = List.of();
  Preferences preferences = Preferences.DEFAULT;

  private static ModelServer noServer(EndpointUrl url) {
    throw new AssertionError("the route leads to the cloud, not to " + url);
  }

  LaunchViewModel viewModel() {
    var facts =
        new GatherLaunchFacts(
            this,
            this,
            terminals(),
            this,
            LaunchBench::noServer,
            new CheckContext(_ -> Optional.empty(), LaunchBench::noServer),
            _ -> Optional.empty(),
            _ -> true);
    var planner = new PlanLaunch(this, this, this, surroundings(), Home.below(Path.of("home")));
    var launcher = new LaunchClaude(facts, planner, terminals(), opener());
    Notices collecting = (_, text, _) -> notices.add(text);
    return new LaunchViewModel(
        tasks,
        launcher,
        () -> preferences,
        collecting,
        copied::add,
        new Remedies(() -> visited.add("start"), navigator),
        server.oneOffs());
  }

  OpenTerminal opener() {
    return new OpenTerminal(this, this, Message::key);
  }

  Terminals terminals() {
    return new Terminals(surroundings(), this);
  }

  private static Surroundings surroundings() {
    return new Surroundings(OperatingSystem.LINUX, Map.of("DISPLAY", ":0"), Path.of("home"));
  }

  @Override
  public Known<Program> claude() {
    return hasClaude
        ? Known.of(
            new Program(
                Path.of("claude"),
                Known.unknown(Message.of("programs.no-version")),
                true,
                List.of()))
        : Known.unknown(
            Message.of(
                "programs.claude-missing",
                "curl -fsSL https://claude.ai/install.sh | bash",
                "npm install -g @anthropic-ai/claude-code"));
  }

  @Override
  public Known<Program> ollama() {
    throw new AssertionError("not asked for");
  }

  @Override
  public Optional<Path> find(String program) {
    return terminals.contains(program) ? Optional.of(Path.of(program)) : Optional.empty();
  }

  @Override
  public Optional<String> desktopDefault() {
    return Optional.empty();
  }

  @Override
  public void open(List<String> command) throws PortException {
    if (terminalFails.isPresent()) {
      throw terminalFails.get();
    }
    opened.add(String.join(" ", command));
  }

  @Override
  public boolean exists(Path folder) {
    return true;
  }

  @Override
  public Known<Boolean> isTrusted(Path folder) {
    return Known.of(trusted);
  }

  @Override
  public Path settings(String suffix, String text) {
    settings.add(text);
    return Path.of("once.json");
  }

  @Override
  public Path script(String suffix, String text) {
    written.add(text);
    return Path.of("script");
  }

  @Override
  public EffectiveRoute read(ClaudeStart start) {
    return new EffectiveRoute(
        start.folder(),
        Destination.CLOUD,
        "",
        Optional.empty(),
        EffectiveRoute.Credential.CLOUD,
        Map.of(),
        problems);
  }

  @Override
  public EffectiveRoute readDefault() {
    throw new AssertionError("not asked for");
  }
}
