package dev.switchyard;

import static dev.switchyard.PersonsMachine.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealClaude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the requests of the real Claude Code go after our command line has switched a project. The
/// environment holds a person's real key and a login all the time.
class RouteIT {
  @TempDir Path temp;
  private PersonsMachine machine;

  @BeforeEach
  void machine() throws Exception {
    machine = PersonsMachine.start(temp, "project");
    machine.logIn("sk-ant-oat01-made-up");
    machine.environment().put("ANTHROPIC_API_KEY", "sk-ant-made-up");
  }

  @AfterEach
  void close() throws Exception {
    if (machine != null) {
      machine.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "local", "user"})
  void aLocalRouteSendsEverythingThereWithThatModelAndNoCloudCredential(String scope)
      throws Exception {
    route("local", "--model", MODEL, "--scope", scope);

    prompt();

    assertThat(machine.cloud().messages())
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
    prompt();
    machine.cloud().clear();

    route("inherit");
    prompt();

    assertThat(machine.cloud().messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.host()).isEqualTo("api.anthropic.com");
          assertThat(request.header("x-api-key")).contains("sk-ant-made-up");
          assertThat(request.body()).doesNotContain(MODEL);
        });
    assertThat(machine.project().resolve(".claude")).doesNotExist();
  }

  @Test
  void cloudWinsOverALocalDefault() throws Exception {
    route("local", "--model", MODEL, "--scope", "user");
    route("cloud");

    prompt();

    assertThat(machine.cloud().messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.host()).isEqualTo("api.anthropic.com");
          assertThat(request.body()).doesNotContain(MODEL);
          assertThat(request.headers().toString()).doesNotContain("ollama");
        });
  }

  @Test
  void aHostileEnvironmentSendsNothingAway() throws Exception {
    var environment = machine.environment();
    environment.put("ANTHROPIC_AUTH_TOKEN", "sk-ant-made-up");
    environment.put("ANTHROPIC_BASE_URL", "http://localhost:9");
    environment.put("ANTHROPIC_MODEL", "opus");
    environment.put("ANTHROPIC_CUSTOM_HEADERS", "x-custom: sk-ant-made-up");
    environment.put("CLAUDE_CODE_USE_BEDROCK", "1");
    environment.put("CLAUDE_CODE_OAUTH_TOKEN", "sk-ant-made-up");
    environment.put("http_proxy", environment.get("HTTPS_PROXY"));
    environment.put("no_proxy", "intern.example");
    environment.remove("NO_PROXY");
    machine.write(
        machine.home().resolve(".claude/settings.json"),
        "{\"apiKeyHelper\":\"echo sk-ant-made-up\",\"model\":\"opus\"}");
    machine.write(machine.home().resolve(".claude.json"), "{\"primaryApiKey\":\"sk-ant-made-up\"}");

    var project = machine.project().toString();
    var routed = machine.switchyard("route", "local", project, "--model", MODEL);
    assertThat(routed.exitCode()).as("%s", routed).isZero();
    prompt();

    assertThat(machine.cloud().messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.host()).isEqualTo(CloudStandIn.DIRECT);
          assertThat(request.body()).contains("\"model\":\"" + MODEL + "\"");
          assertThat(request.headers().toString() + request.body()).doesNotContain("made-up");
        });
  }

  @Test
  void justMeCoversSubfolders() throws Exception {
    Files.createDirectories(machine.project().resolve(".git/info"));
    Files.writeString(machine.project().resolve(".git/HEAD"), "ref: refs/heads/main\n");
    route("local", "--model", MODEL, "--scope", "local");
    var sub = Files.createDirectories(machine.project().resolve("sub/deep"));

    RealClaude.prompt(machine.environment(), sub);

    assertThat(machine.cloud().messages())
        .isNotEmpty()
        .allMatch(request -> request.host().equals(CloudStandIn.DIRECT));
  }

  private void route(String verb, String... options) {
    var words = new ArrayList<>(List.of("route", verb, machine.project().toString()));
    words.addAll(List.of(options));
    machine.command(machine.cloud().url(), words.toArray(String[]::new));
  }

  private void prompt() throws Exception {
    var outcome = machine.prompt();
    assertThat(outcome.exitCode()).as(outcome.output() + outcome.errors()).isZero();
  }
}
