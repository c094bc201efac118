package dev.switchyard.domain.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.launch.preflight.FolderTrust;
import dev.switchyard.domain.launch.preflight.GatherLaunchFacts;
import dev.switchyard.domain.launch.preflight.LaunchWarning;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.domain.launch.terminal.TerminalHost;
import dev.switchyard.domain.launch.terminal.Terminals;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ExplainCloudOnce;
import dev.switchyard.domain.route.RouteEndpoint;
import dev.switchyard.domain.route.RouteKnowledge;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.StartEnvironment;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the check before a launch says of credentials, over the real resolver.
class LaunchClaudeTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final Path PROJECT = HOME.resolve("src/app");
  private static final Surroundings LINUX = new Surroundings(OperatingSystem.LINUX, Map.of(), HOME);

  private final MemoryFiles files = new MemoryFiles();
  private final Map<String, String> terminal = new HashMap<>();
  private Optional<LocalOnly> localOnly = Optional.empty();

  @Test
  void aKeyOfTheTerminalThatTheLaunchHidesIsNotWarnedOf() throws PortException {
    settings("\"ANTHROPIC_AUTH_TOKEN\":\"ollama\"");
    terminal.put("ANTHROPIC_API_KEY", "sk-ant-made-up");

    assertThat(ids(new LaunchRequest.Task.Session(List.of())))
        .contains("server-down")
        .doesNotContain("credential-leak", "two-credentials");
    assertThat(ids(new LaunchRequest.Task.QuickTest())).doesNotContain("credential-leak");
    assertThat(reader().read(PROJECT).problems())
        .as("started by hand in that terminal")
        .extracting(problem -> problem.id())
        .contains("credential-leak");
  }

  @Test
  void aKeyThatNoVariableCanHideIsWarnedOf() throws PortException {
    settings("\"ANTHROPIC_AUTH_TOKEN\":\"ollama\",\"ANTHROPIC_API_KEY\":\"sk-ant-made-up\"");

    assertThat(ids(new LaunchRequest.Task.Session(List.of()))).contains("credential-leak");
  }

  @Test
  void headersThatTheLaunchLeavesAloneAreWarnedOf() throws PortException {
    settings("\"ANTHROPIC_AUTH_TOKEN\":\"ollama\"");
    terminal.put("ANTHROPIC_CUSTOM_HEADERS", "x-key: made-up");

    assertThat(ids(new LaunchRequest.Task.Session(List.of()))).contains("credential-leak");
  }

  /// Ollama tells that `mine` is a model of its cloud; the name does not.
  @Test
  void anotherNameOfACloudModelIsNotLaunchedInAProjectThatIsLocalOnly() throws PortException {
    for (var variable :
        List.of("ANTHROPIC_MODEL", "ANTHROPIC_DEFAULT_HAIKU_MODEL", "CLAUDE_CODE_SUBAGENT_MODEL")) {
      settings("\"ANTHROPIC_AUTH_TOKEN\":\"ollama\",\"" + variable + "\":\"mine\"");

      localOnly = Optional.empty();
      assertThat(ids(new LaunchRequest.Task.QuickTest())).doesNotContain("local-only");

      localOnly = Optional.of(LocalOnly.MACHINE);
      assertThat(ids(new LaunchRequest.Task.QuickTest())).as(variable).contains("local-only");
      assertRefused(new LaunchRequest.Task.QuickTest());
    }
  }

  @Test
  void norIsOneThatTheArgumentsName() throws PortException {
    settings("\"ANTHROPIC_AUTH_TOKEN\":\"ollama\",\"ANTHROPIC_MODEL\":\"m\"");
    localOnly = Optional.of(LocalOnly.MACHINE);

    for (var arguments :
        List.of(
            List.of("--model", "mine"),
            List.of("--fallback-model", "m,mine"),
            List.of("--agents", "{\"a\":{\"model\":\"mine\"}}"))) {
      var task = new LaunchRequest.Task.Session(arguments);

      assertThat(ids(task)).as(arguments.toString()).contains("local-only");
      assertRefused(task);
    }
  }

  @Test
  void aProjectThatIsLocalOnlyIsGivenNoCommandForTheCloud() throws PortException {
    var command = new CloudOnceCommand(reader());
    assertThat(command.text(PROJECT)).startsWith("claude ");

    localOnly = Optional.of(LocalOnly.MACHINE);

    assertThatThrownBy(() -> command.text(PROJECT))
        .isInstanceOfSatisfying(
            PortException.class,
            refused -> assertThat(refused.kind()).isEqualTo(PortException.Kind.REFUSED));
    assertThat(new ExplainCloudOnce(reader()).explain(PROJECT))
        .extracting(EffectiveRoute.Problem::severity)
        .containsExactly(EffectiveRoute.Severity.ERROR);
  }

  private void assertRefused(LaunchRequest.Task task) {
    assertThatThrownBy(
            () -> launcher().line(new LaunchRequest(PROJECT, task), Shells.ALL.getFirst()))
        .isInstanceOfSatisfying(
            PortException.class,
            refused -> assertThat(refused.kind()).isEqualTo(PortException.Kind.REFUSED));
  }

  private void settings(String credentials) {
    files.put(
        PROJECT.resolve(".claude/settings.json"),
        "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:9\"," + credentials + "}}");
  }

  private List<String> ids(LaunchRequest.Task task) throws PortException {
    return launcher()
        .check(
            new LaunchRequest(PROJECT, task),
            Optional.empty(),
            Preferences.DEFAULT,
            Optional.empty())
        .stream()
        .map(LaunchWarning::id)
        .toList();
  }

  private LaunchClaude launcher() {
    var machine = new Machine();
    var terminals = new Terminals(LINUX, machine);
    var programs = FixedPrograms.at("/opt/claude", true);
    var facts =
        new GatherLaunchFacts(
            reader(),
            programs,
            terminals,
            machine,
            _ -> serverThatIsAway(),
            new CheckContext(_ -> Optional.empty(), _ -> serverThatIsAway()),
            _ -> Optional.empty(),
            _ -> true);
    return new LaunchClaude(
        facts,
        new PlanLaunch(reader(), programs, machine, LINUX, Home.below(HOME)),
        terminals,
        new OpenTerminal(machine, machine, Message::key));
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(
        files,
        new FakeRepositories(),
        () -> Account.NONE,
        new ClaudeSurroundings(
            HOME, Path.of("/etc/managed.json"), HOME.resolve(".claude/settings.json"), Map.of()),
        _ -> StartEnvironment.of(Message.of("route.feed.session"), terminal),
        new RouteKnowledge() {
          @Override
          public List<RouteEndpoint> endpoints() {
            return List.of();
          }

          @Override
          public Known<Optional<LocalOnly>> localOnly(Path folder) {
            return Known.of(localOnly);
          }
        });
  }

  private static ModelServer serverThatIsAway() {
    return (ModelServer)
        Proxy.newProxyInstance(
            ModelServer.class.getClassLoader(),
            new Class<?>[] {ModelServer.class},
            (_, method, _) -> {
              if (method.getName().equals("installed")) {
                return List.of(ofCloud());
              }
              throw new PortException(PortException.Kind.UNREACHABLE, Message.of("away"));
            });
  }

  private static InstalledModel ofCloud() {
    Message unknown = Message.of("away");
    return new InstalledModel(
        ModelName.of("mine"),
        1,
        "d",
        Instant.EPOCH,
        "",
        "",
        "",
        Known.unknown(unknown),
        Known.unknown(unknown),
        Known.unknown(unknown),
        "ollama.com",
        "");
  }

  /// No terminal, and nothing is started.
  private static final class Machine implements TerminalHost, FolderTrust, LaunchFolder {
    @Override
    public Optional<Path> find(String program) {
      return Optional.empty();
    }

    @Override
    public Optional<String> desktopDefault() {
      return Optional.empty();
    }

    @Override
    public void open(List<String> command) {
      throw new AssertionError("only checked");
    }

    @Override
    public boolean exists(Path folder) {
      return true;
    }

    @Override
    public Known<Boolean> isTrusted(Path folder) {
      return Known.of(true);
    }

    @Override
    public Path settings(String suffix, String text) {
      throw new AssertionError("only checked");
    }

    @Override
    public Path script(String suffix, String text) {
      throw new AssertionError("only checked");
    }
  }
}
