package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.InstalledPrograms;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.adapter.terminal.PrivateLaunchFolder;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.launch.LaunchRequest;
import dev.switchyard.domain.launch.PlanLaunch;
import dev.switchyard.domain.launch.shell.Posix;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One task in the cloud from a project that is routed to a local server, with the real Claude
/// Code: the line that is copied, run by a real shell.
class CloudOnceIT {
  private static final String CLAUDE_VERSION = RealPrograms.version("CLAUDE_VERSION", "2.1.330");

  /// Nobody listens there: a request that went to the local server would fail.
  private static final String LOCAL_SERVER = "http://127.0.0.1:9";

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private CloudStandIn cloud;
  private Path home;
  private Path project;

  @BeforeEach
  void routedProject() throws Exception {
    var claude = RealPrograms.require("claude-" + CLAUDE_VERSION + "/node_modules/.bin/claude");
    cloud = CloudStandIn.start(temp);
    home = Files.createDirectory(temp.resolve("home"));
    project = Files.createDirectory(temp.toRealPath().resolve("it's a project"));
    environment.putAll(cloud.environment());
    environment.put("PATH", claude.getParent() + ":/usr/bin:/bin");
    environment.put("HOME", home.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("DISABLE_AUTOUPDATER", "1");
    environment.put("CLAUDE_CODE_MAX_RETRIES", "0");
    var routed =
        CommandRun.of(
            "--home",
            home.toString(),
            "--ollama",
            LOCAL_SERVER,
            "route",
            "local",
            project.toString(),
            "--model",
            "gemma4-claude");
    assertThat(routed.code()).as(routed.err()).isZero();
  }

  @AfterEach
  void close() throws Exception {
    if (cloud != null) {
      cloud.close();
    }
  }

  @Test
  void thePersonsKeyReachesTheCloudAndTheLocalRouteReachesNothing() throws Exception {
    environment.put("ANTHROPIC_API_KEY", "sk-ant-made-up");

    var outcome = runOnce();

    assertThat(outcome.output()).as(outcome.errors()).contains("from the cloud");
    assertThat(cloud.messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.host()).isEqualTo("api.anthropic.com");
          assertThat(request.header("x-api-key")).contains("sk-ant-made-up");
          assertThat(request.body()).contains("sonnet").doesNotContain("gemma4-claude");
        });
  }

  @Test
  void aStoredLoginIsUsedWhereThereIsNoKey() throws Exception {
    var credentials = Files.createDirectories(home.resolve(".claude")).resolve(".credentials.json");
    Files.writeString(
        credentials,
        """
        {"claudeAiOauth":{"accessToken":"sk-ant-oat01-made-up","refreshToken":"sk-ant-ort01-made-up",
         "expiresAt":4102444800000,"scopes":["user:inference","user:profile"],"subscriptionType":"max"}}
        """);

    var outcome = runOnce();

    assertThat(outcome.output()).as(outcome.errors()).contains("from the cloud");
    assertThat(cloud.messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.header("authorization")).contains("Bearer sk-ant-oat01-made-up");
          assertThat(request.body()).doesNotContain("gemma4-claude");
        });
  }

  /// Why there is a button for it: what the guide says stays with the local server.
  @Test
  void theGuidesOwnFormDoesNotReachTheCloud() throws Exception {
    var outcome =
        processes()
            .run(
                Command.of(
                        "sh",
                        "-c",
                        "ANTHROPIC_BASE_URL=\"\" ANTHROPIC_API_KEY=sk-ant-made-up claude --model"
                            + " claude-sonnet-4-6 -p hello")
                    .in(project)
                    .within(Duration.ofMinutes(1)));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(cloud.messages()).isEmpty();
  }

  private Outcome runOnce() throws Exception {
    var surroundings = new Surroundings(OperatingSystem.LINUX, environment, home);
    var below = Home.below(home);
    var planner =
        new PlanLaunch(
            new NotAsked(),
            new InstalledPrograms(processes(), surroundings, below),
            new PrivateLaunchFolder(below.state(), Clock.systemUTC()),
            surroundings,
            below);
    var request =
        new LaunchRequest(
            project, new LaunchRequest.Task.CloudOnce("sonnet", Optional.of("Say hello")));
    var line = new Posix().line(planner.forPasting(request).invocation());
    assertThat(line).doesNotContain("made-up");
    return processes().run(Command.of("sh", "-c", line).within(Duration.ofMinutes(1)));
  }

  private Processes processes() {
    return new Processes(environment, OperatingSystem.LINUX);
  }

  /// A one-off in the cloud does not depend on where the project is routed.
  private static final class NotAsked implements RouteReader {
    @Override
    public EffectiveRoute read(ClaudeStart start) {
      throw new AssertionError("asked for a route");
    }

    @Override
    public EffectiveRoute readDefault() {
      throw new AssertionError("asked for a route");
    }
  }
}
