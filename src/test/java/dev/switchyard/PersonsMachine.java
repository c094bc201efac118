package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.InstalledPrograms;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.adapter.terminal.PrivateLaunchFolder;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.launch.LaunchRequest;
import dev.switchyard.domain.launch.PlanLaunch;
import dev.switchyard.domain.launch.shell.Posix;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.PrivateEtc;
import dev.switchyard.real.RealClaude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A person's machine in a folder of the test's: a home, a project, the real Claude Code on the
/// path, and a stand-in that plays the local server and is all that there is of the network.
final class PersonsMachine implements AutoCloseable {
  static final String MODEL = "gemma4-claude";

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path home;
  private final Path project;
  private final CloudStandIn cloud;
  private final Map<String, String> environment;
  private List<String> before = List.of();

  private PersonsMachine(Path home, Path project, CloudStandIn cloud) {
    this.home = home;
    this.project = project;
    this.cloud = cloud;
    this.environment = RealClaude.environment(home, cloud);
    // What runs inside the test sees no proxy and does not exempt the server from it.
    environment.put("NO_PROXY", "127.0.0.1");
    environment.put("TMPDIR", home.resolveSibling("tmp").toString());
  }

  /// @param folder an empty one
  /// @param project the project's name
  static PersonsMachine start(Path folder, String project)
      throws IOException, InterruptedException, GeneralSecurityException {
    RealClaude.require();
    var real = folder.toRealPath();
    return new PersonsMachine(
        Files.createDirectory(real.resolve("home")),
        Files.createDirectory(real.resolve(project)),
        CloudStandIn.start(Files.createDirectory(real.resolve("tmp"))));
  }

  Path home() {
    return home;
  }

  Path project() {
    return project;
  }

  /// Also the local server: what is sent to its own address is [CloudStandIn#DIRECT].
  CloudStandIn cloud() {
    return cloud;
  }

  /// What programs are started with; a test may add to it.
  Map<String, String> environment() {
    return environment;
  }

  /// From here on every program sees what stands in a folder as if it stood in `/etc`.
  void laidOverEtc(Path layer) throws IOException, InterruptedException {
    before = PrivateEtc.over(layer);
  }

  /// Stores a login of claude.ai, as Claude Code does.
  void logIn(String token) throws IOException {
    write(home.resolve(".claude/.credentials.json"), login(token));
  }

  static String login(String token) {
    return """
    {"claudeAiOauth":{"accessToken":"%s","refreshToken":"%s","expiresAt":4102444800000,
     "scopes":["user:inference","user:profile"],"subscriptionType":"max"}}
    """
        .formatted(token, token);
  }

  void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /// A command of ours, inside the test; it has to succeed.
  ///
  /// @param server the local server's address
  void command(String server, String... words) {
    var run = CommandRun.of(withHome(server, words).toArray(String[]::new));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  /// Our program as a process of its own, with the machine's environment.
  Outcome switchyard(String... words) throws PortException {
    return switchyardAt(cloud.url(), words);
  }

  /// The same for another server.
  Outcome switchyardAt(String server, String... words) throws PortException {
    var line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=javafx.graphics,com.sun.jna",
                "-Djava.io.tmpdir=" + home.resolveSibling("tmp"),
                "-p",
                System.getProperty("jdk.module.path"),
                "-m",
                "dev.switchyard/dev.switchyard.Main"));
    line.addAll(withHome(server, words));
    return run(line);
  }

  /// One prompt of Claude Code in the project.
  Outcome prompt(String... options) throws PortException {
    var words = new ArrayList<>(List.of("claude", "-p", "hello"));
    words.addAll(List.of(options));
    return run(words);
  }

  Outcome shell(String line) throws PortException {
    return run(List.of("sh", "-c", line));
  }

  /// The line that one task in the cloud is started with.
  String cloudOnceLine(String prompt) throws PortException {
    var surroundings = new Surroundings(OperatingSystem.LINUX, environment, home);
    var below = Home.below(home);
    var planner =
        new PlanLaunch(
            notAsked(),
            new InstalledPrograms(
                new Processes(environment, OperatingSystem.LINUX),
                surroundings,
                below,
                Clock.systemUTC()),
            new PrivateLaunchFolder(below.state(), Clock.systemUTC()),
            surroundings,
            below);
    var task = new LaunchRequest.Task.CloudOnce("sonnet", Optional.of(prompt));
    return new Posix().line(planner.forPasting(new LaunchRequest(project, task)).invocation());
  }

  private Outcome run(List<String> words) throws PortException {
    var all = new ArrayList<>(before);
    all.addAll(words);
    return new Processes(environment, OperatingSystem.LINUX)
        .run(Command.of(all).in(project).within(LIMIT));
  }

  private List<String> withHome(String server, String... words) {
    var all = new ArrayList<>(List.of("--home", home.toString(), "--ollama", server));
    all.addAll(List.of(words));
    return all;
  }

  /// A one-off in the cloud does not depend on where the project is routed.
  private static RouteReader notAsked() {
    return new RouteReader() {
      @Override
      public EffectiveRoute read(ClaudeStart start) {
        throw new AssertionError("asked for a route");
      }

      @Override
      public EffectiveRoute readDefault() {
        throw new AssertionError("asked for a route");
      }
    };
  }

  @Override
  public void close() throws IOException {
    cloud.close();
  }
}
