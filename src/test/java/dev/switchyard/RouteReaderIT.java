package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.claude.ClaudeData;
import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.claude.JournalFile;
import dev.switchyard.adapter.claude.VersionFolder;
import dev.switchyard.adapter.git.GitCheckouts;
import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.JournaledFiles;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.CloudStandIn.Request;
import dev.switchyard.real.RealPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What Switchyard says and writes against what the real Claude Code does: a witness plays the
/// local server, a stand-in the cloud, and every credential is made up.
class RouteReaderIT {
  private static final String VERSION = RealPrograms.version("CLAUDE_VERSION", "2.1.330");
  private static final String REAL = "sk-ant-made-up";

  @TempDir static Path keys;
  private static CloudStandIn standIn;
  private static Path claude;

  @TempDir Path temporary;
  private Home home;
  private Path project;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void servers() throws Exception {
    claude = RealPrograms.require("claude-" + VERSION + "/node_modules/.bin/claude");
    standIn = CloudStandIn.start(keys);
  }

  @AfterAll
  static void close() throws IOException {
    if (standIn != null) {
      standIn.close();
    }
  }

  @BeforeEach
  void freshHome() throws IOException {
    var real = temporary.toRealPath();
    home = Home.below(Files.createDirectory(real.resolve("home")));
    project = Files.createDirectory(real.resolve("project é ' x"));
    environment.put("HOME", home.directory().toString());
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("TERM", "xterm");
    environment.put("DISABLE_AUTOUPDATER", "1");
    environment.put("CLAUDE_CODE_MAX_RETRIES", "0");
    environment.putAll(standIn.environment());
    standIn.clear();
  }

  @Test
  void aHostileEnvironmentSendsNothingAway() throws Exception {
    environment.put("ANTHROPIC_API_KEY", REAL);
    environment.put("ANTHROPIC_AUTH_TOKEN", REAL);
    environment.put("ANTHROPIC_BASE_URL", "http://localhost:9");
    environment.put("ANTHROPIC_MODEL", "opus");
    environment.put("ANTHROPIC_CUSTOM_HEADERS", "x-custom: " + REAL);
    environment.put("CLAUDE_CODE_USE_BEDROCK", "1");
    environment.put("CLAUDE_CODE_OAUTH_TOKEN", REAL);
    environment.put("http_proxy", environment.get("HTTPS_PROXY"));
    environment.put("no_proxy", "intern.example");
    write(home.claudeUserSettings(), "{\"apiKeyHelper\":\"echo " + REAL + "\",\"model\":\"opus\"}");
    write(home.claudeData(), "{\"primaryApiKey\":\"" + REAL + "\"}");

    local(Scope.PROJECT);
    prompt(project);

    assertThat(here()).isNotEmpty();
    assertThat(standIn.requests())
        .filteredOn(request -> request.host().equals(CloudStandIn.DIRECT))
        .allSatisfy(request -> {
          assertThat(request.isMessage()).as("%s", request.path()).isTrue();
          assertThat(request.headers().toString() + request.body()).doesNotContain(REAL);
        });
    assertThat(here()).extracting(RouteReaderIT::model).containsOnly("gemma4-claude");
    assertThat(there()).isEmpty();
  }

  @Test
  void justMeCoversSubfolders() throws Exception {
    Files.createDirectories(project.resolve(".git/info"));
    Files.writeString(project.resolve(".git/HEAD"), "ref: refs/heads/main\n");
    var sub = Files.createDirectories(project.resolve("sub/deep"));

    local(Scope.LOCAL);
    prompt(sub);

    assertThat(here()).isNotEmpty();
    assertThat(reader().read(sub).destination()).isEqualTo(Destination.LOCAL);
  }

  /// Each row is run for real: what the resolver says, and where the request arrived with what.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      value = {
        // project settings                        | user settings        | environment
        "{'env':{'ANTHROPIC_BASE_URL':'HERE'}}                                                     "
            + "   |-|ANTHROPIC_API_KEY=KEY",
        "{'env':{'ANTHROPIC_BASE_URL':'HERE','ANTHROPIC_AUTH_TOKEN':'ollama'}}                     "
            + "   |-|ANTHROPIC_API_KEY=KEY",
        "{'env':{'ANTHROPIC_BASE_URL':'HERE','ANTHROPIC_AUTH_TOKEN':'ollama','ANTHROPIC_API_KEY':''}}"
            + " |-|ANTHROPIC_API_KEY=KEY",
        "{'model':'m','env':{'ANTHROPIC_BASE_URL':'HERE','ANTHROPIC_AUTH_TOKEN':'ollama','ANTHROPIC_API_KEY':''}}"
            + " |{'apiKeyHelper':'echo KEY'}|-",
        "{'apiKeyHelper':'echo"
            + " ollama','env':{'ANTHROPIC_BASE_URL':'HERE','ANTHROPIC_AUTH_TOKEN':'ollama','ANTHROPIC_API_KEY':''}}|{'apiKeyHelper':'echo"
            + " KEY'}|-",
        "{'env':{'ANTHROPIC_BASE_URL':'HERE'}}                                                     "
            + "   |-|CLAUDE_CODE_OAUTH_TOKEN=KEY",
        "{'env':{'ANTHROPIC_BASE_URL':'','ANTHROPIC_AUTH_TOKEN':''}}                               "
            + "  |{'env':{'ANTHROPIC_BASE_URL':'HERE'}}|ANTHROPIC_API_KEY=KEY",
        "{'env':{'ANTHROPIC_BASE_URL':'HERE'},}                                                    "
            + "   |-|ANTHROPIC_API_KEY=KEY",
        "{'env':{'ANTHROPIC_BASE_URL':'HERE'},'model':7}                                           "
            + "   |-|ANTHROPIC_API_KEY=KEY",
        "{'env':{'ANTHROPIC_BASE_URL':'HERE'},'statusLine':true}                                   "
            + "   |-|ANTHROPIC_API_KEY=KEY",
        "{'env':{'ANTHROPIC_BASE_URL':'HERE'},'permissions':{'defaultMode':'never'}}               "
            + "   |-|ANTHROPIC_API_KEY=KEY",
        "{'env':{'ANTHROPIC_BASE_URL':'HERE','ANTHROPIC_AUTH_TOKEN':'ollama'},'hooks':1,'unknown':1}"
            + "  |-|-",
        "-|{'env':{'ANTHROPIC_BASE_URL':'HERE','ANTHROPIC_AUTH_TOKEN':'ollama'}}|ANTHROPIC_BASE_URL=http://localhost:9",
        "-|-|ANTHROPIC_BASE_URL=HERE ANTHROPIC_AUTH_TOKEN=ollama",
        "-|-|ANTHROPIC_AUTH_TOKEN=ollama",
        "-|-|ANTHROPIC_API_KEY=KEY",
        "-|-|-",
        "{'model':'from-model-key'}|-|ANTHROPIC_BASE_URL=HERE ANTHROPIC_AUTH_TOKEN=ollama"
            + " ANTHROPIC_MODEL=from-process",
        "{'env':{'ANTHROPIC_MODEL':'from-project'}}|{'env':{'ANTHROPIC_MODEL':'from-user'}}|ANTHROPIC_BASE_URL=HERE"
            + " ANTHROPIC_AUTH_TOKEN=ollama",
      })
  void theResolverSaysWhatClaudeCodeDoes(String shared, String user, String variables)
      throws Exception {
    environment.put("NO_PROXY", "127.0.0.1");
    if (shared != null) {
      write(project.resolve(".claude/settings.json"), filled(shared).replace('\'', '"'));
    }
    if (user != null) {
      write(home.claudeUserSettings(), filled(user).replace('\'', '"'));
    }
    if (variables != null) {
      for (var one : filled(variables).split(" ", -1)) {
        environment.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
      }
    }
    var said = reader().read(project);
    prompt(project);

    var here = here();
    var there = there();
    if (said.destination() == Destination.CLOUD && said.credential() == Credential.NONE) {
      assertThat(here).isEmpty();
      assertThat(there).isEmpty();
      return;
    }
    assertThat(here.isEmpty()).as("%s", said).isEqualTo(said.destination() == Destination.CLOUD);
    assertThat(there.isEmpty()).as("%s", said).isEqualTo(said.destination() == Destination.LOCAL);
    var arrived = here.isEmpty() ? there : here;
    assertThat(credential(arrived)).as("%s", said).isEqualTo(said.credential());
    said.model()
        .ifPresent(model -> assertThat(arrived).extracting(RouteReaderIT::model).contains(model));
  }

  private static Credential credential(List<Request> arrived) {
    if (arrived.stream().anyMatch(request -> request.headers().toString().contains(REAL))) {
      return Credential.CLOUD;
    }
    var first = arrived.getFirst();
    return first.header("authorization").or(() -> first.header("x-api-key")).isEmpty()
        ? Credential.NONE
        : Credential.PLACEHOLDER;
  }

  private static String model(Request request) {
    return new JsonMapper().readTree(request.body()).path("model").asString();
  }

  private static List<Request> here() {
    return standIn.messages().stream()
        .filter(request -> request.host().equals(CloudStandIn.DIRECT))
        .toList();
  }

  private static List<Request> there() {
    return standIn.messages().stream()
        .filter(request -> request.host().equals("api.anthropic.com"))
        .toList();
  }

  private static String filled(String text) {
    return text.strip()
        .replace("HERE", standIn.url())
        .replace("=KEY", "=" + REAL)
        .replace("echo KEY", "echo " + REAL);
  }

  private EffectiveRoute local(Scope scope) throws PortException {
    var target = new LocalTarget(standIn.url(), "gemma4-claude", 65_536);
    var route =
        switcher().apply(switcher().plan(RouteRequest.local(project, Optional.of(scope), target)));
    assertThat(route.destination()).isEqualTo(Destination.LOCAL);
    assertThat(route.credential()).isEqualTo(Credential.PLACEHOLDER);
    return route;
  }

  private void prompt(Path folder) throws PortException {
    new Processes(environment, OperatingSystem.LINUX)
        .run(
            Command.of(claude.toString(), "-p", "hello").in(folder).within(Duration.ofSeconds(60)));
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(
        new ClaudeFiles(),
        repositories(),
        new ClaudeData(home, OperatingSystem.LINUX),
        surroundings());
  }

  private SwitchRoute switcher() {
    return new SwitchRoute(
        new ClaudeFiles(),
        repositories(),
        reader(),
        new JournaledFiles(
            new ClaudeFiles(),
            new JournalFile(home.state()),
            new VersionFolder(home.state()),
            Clock.systemUTC()),
        surroundings(),
        Clock.systemUTC());
  }

  private GitCheckouts repositories() {
    return new GitCheckouts(new Processes(environment, OperatingSystem.LINUX));
  }

  private ClaudeSurroundings surroundings() {
    return new ClaudeSurroundings(
        home.directory(),
        Path.of("/etc/claude-code/managed-settings.json"),
        home.claudeUserSettings(),
        environment);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
