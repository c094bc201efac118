package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the requests of the real Claude Code go after our command line has switched a project: to
/// a recording server, or to a stand-in for the cloud. The environment holds a person's real key
/// and a login all the time.
class RouteIT {
  private static final String CLAUDE_VERSION = RealPrograms.version("CLAUDE_VERSION", "2.1.330");
  private static final String MODEL = "gemma4-claude";

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private CloudStandIn standIn;
  private Path home;
  private Path project;

  @BeforeEach
  void machine() throws Exception {
    var claude = RealPrograms.require("claude-" + CLAUDE_VERSION + "/node_modules/.bin/claude");
    standIn = CloudStandIn.start(temp);
    home = Files.createDirectory(temp.resolve("home"));
    project = Files.createDirectory(temp.toRealPath().resolve("project"));
    var login = Files.createDirectory(home.resolve(".claude")).resolve(".credentials.json");
    Files.writeString(
        login,
        """
        {"claudeAiOauth":{"accessToken":"sk-ant-oat01-made-up","refreshToken":"sk-ant-ort01-made-up",
         "expiresAt":4102444800000,"scopes":["user:inference","user:profile"],"subscriptionType":"max"}}
        """);
    environment.putAll(standIn.environment());
    environment.put("PATH", claude.getParent() + ":/usr/bin:/bin");
    environment.put("HOME", home.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("DISABLE_AUTOUPDATER", "1");
    environment.put("CLAUDE_CODE_MAX_RETRIES", "0");
    environment.put("ANTHROPIC_API_KEY", "sk-ant-made-up");
    // The commands run inside the test and see no proxy, so they do not exempt the server from it.
    environment.put("NO_PROXY", "127.0.0.1");
  }

  @AfterEach
  void close() throws Exception {
    if (standIn != null) {
      standIn.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "local", "user"})
  void aLocalRouteSendsEverythingThereWithThatModelAndNoCloudCredential(String scope)
      throws Exception {
    route("local", "--model", MODEL, "--scope", scope);

    var outcome = claude();

    assertThat(outcome.exitCode()).as(outcome.output() + outcome.errors()).isZero();
    assertThat(standIn.messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.host()).isEqualTo(CloudStandIn.DIRECT);
          assertThat(request.body()).contains("\"model\":\"" + MODEL + "\"");
          assertThat(request.header("authorization")).contains("Bearer ollama");
          assertThat(request.headers().toString() + request.body()).doesNotContain("made-up");
        });
  }

  @Test
  void afterInheritTheRequestsGoToTheCloudAgain() throws Exception {
    route("local", "--model", MODEL);
    claude();
    standIn.clear();

    route("inherit");
    var outcome = claude();

    assertThat(outcome.exitCode()).as(outcome.output() + outcome.errors()).isZero();
    assertThat(standIn.messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.host()).isEqualTo("api.anthropic.com");
          assertThat(request.header("x-api-key")).contains("sk-ant-made-up");
          assertThat(request.body()).doesNotContain(MODEL);
        });
    assertThat(project.resolve(".claude")).doesNotExist();
  }

  @Test
  void cloudWinsOverALocalDefault() throws Exception {
    route("local", "--model", MODEL, "--scope", "user");
    route("cloud");

    var outcome = claude();

    assertThat(outcome.exitCode()).as(outcome.output() + outcome.errors()).isZero();
    assertThat(standIn.messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.host()).isEqualTo("api.anthropic.com");
          assertThat(request.body()).doesNotContain(MODEL);
          assertThat(request.headers().toString()).doesNotContain("ollama");
        });
  }

  private void route(String verb, String... options) {
    var words =
        new ArrayList<>(
            List.of(
                "--home",
                home.toString(),
                "--ollama",
                standIn.url(),
                "route",
                verb,
                project.toString()));
    words.addAll(List.of(options));
    var run = CommandRun.of(words.toArray(String[]::new));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private Outcome claude() throws Exception {
    return new Processes(environment, OperatingSystem.LINUX)
        .run(Command.of("claude", "-p", "hello").in(project).within(Duration.ofMinutes(2)));
  }
}
