package dev.switchyard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.real.CloudStandIn.Request;
import dev.switchyard.real.ProcessListWatch;
import dev.switchyard.real.RealOllama;
import dev.switchyard.real.TlsIdentity;
import dev.switchyard.real.TokenGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Routes to endpoints that a person has named, with our program, the real Claude Code and a second
/// real Ollama. Every credential of the cloud that can be set is set all the time, and each is made
/// up; the gateway's token is looked for in every file and command line afterwards.
class EndpointRouteIT {
  private static final String TOKEN = "team-token-4711-made-for-this-test";
  private static final Pattern SECRET = Pattern.compile(Pattern.quote(TOKEN));
  private static final Map<String, String> OWN =
      Map.of("authorization", "Bearer " + TOKEN, "x-api-key", TOKEN);

  @TempDir Path temp;
  private PersonsMachine machine;
  private TokenGateway gateway;

  @BeforeEach
  void machine() throws Exception {
    machine = PersonsMachine.start(temp, "it's a project");
    gateway = TokenGateway.start(TOKEN, "team-model");
    machine.logIn("sk-ant-oat01-made-up");
    var environment = machine.environment();
    environment.put("ANTHROPIC_API_KEY", "sk-ant-made-up");
    environment.put("ANTHROPIC_AUTH_TOKEN", "sk-ant-made-up");
    environment.put("CLAUDE_CODE_OAUTH_TOKEN", "sk-ant-oat01-made-up");
    environment.put("ANTHROPIC_CUSTOM_HEADERS", "x-custom: sk-ant-made-up");
    environment.put("TEAM_LLM_TOKEN", TOKEN);
    machine.write(
        machine.home().resolve(".claude/settings.json"),
        "{\"apiKeyHelper\":\"echo sk-ant-made-up\",\"env\":{\"ANTHROPIC_API_KEY\":\"sk-ant-made-up\"}}");
    machine.write(machine.home().resolve(".claude.json"), "{\"primaryApiKey\":\"sk-ant-made-up\"}");
  }

  @AfterEach
  void close() throws Exception {
    if (gateway != null) {
      gateway.close();
    }
    if (machine != null) {
      machine.close();
    }
  }

  @Test
  void aSecondOllamaAndAGatewayAreAddedRoutedToProvenAndUsed() throws Exception {
    try (var box = RealOllama.start(Files.createDirectory(temp.resolve("box")));
        var watch = ProcessListWatch.start(SECRET)) {
      box.buildAgent(ModelName.of("agent"));
      done("endpoint", "add", "box", box.url().toString(), "--kind", "ollama");
      addTeam();

      done("route", "local", "--endpoint", "box", "--model", "agent", "--fallback", "team");
      assertThat(answer("route", "--json").path("endpoint").asString()).isEqualTo("box");
      prompt();
      assertThat(box.log()).contains("/v1/messages");
      proven();

      done("route", "local", "--endpoint", "team", "--model", "team-model");
      var route = answer("route", "--json");
      assertThat(route.path("credentialSource").asString()).isEqualTo("variable");
      assertThat(route.path("credential").asString()).isEqualTo("placeholder");
      assertThat(route.path("sentence").asString()).contains("team (" + gateway.url() + ")");
      assertThat(prompt().output()).contains("from the gateway");
      proven();

      done("route", "cloud");
      prompt();
      assertThat(watch.found()).isEmpty();
    }
    assertThat(gateway.messages()).isNotEmpty();
    gateway.messages().forEach(one -> assertThat(one.credentials()).as(one.path()).isEqualTo(OWN));
    assertThat(gateway.asked().toString()).doesNotContain("sk-ant");
    assertThat(machine.cloud().messages())
        .isNotEmpty()
        .extracting(Request::host)
        .containsOnly("api.anthropic.com");
    noTokenIsAnywhereElse();
  }

  @Test
  void aCommandsTokenAndAPrivateAuthorityAreEnoughAndTheOneOffInTheCloudGetsNeither()
      throws Exception {
    var identity = TlsIdentity.make(Files.createDirectory(temp.resolve("ca")));
    // What stands in the settings takes the place of the person's own: one file has to hold both.
    var bundle = temp.toRealPath().resolve("ca/bundle.pem");
    Files.writeString(
        bundle,
        Files.readString(identity.certificate())
            + Files.readString(Path.of(machine.environment().get("NODE_EXTRA_CA_CERTS"))));
    try (var secure = TokenGateway.start(TOKEN, "team-model", identity)) {
      done(
          "endpoint",
          "add",
          "vault",
          secure.url(),
          "--kind",
          "gateway",
          "--token-command",
          "printenv TEAM_LLM_TOKEN | tr -d '\\n'",
          "--ca",
          bundle.toString());
      machine.environment().remove("NODE_EXTRA_CA_CERTS");

      done("route", "local", "--endpoint", "vault", "--model", "team-model");
      assertThat(machine.project().resolve(".claude/settings.json")).doesNotExist();
      assertThat(prompt().output()).contains("from the gateway");

      assertThat(secure.messages())
          .isNotEmpty()
          .allSatisfy(one -> assertThat(one.credentials()).isEqualTo(OWN));
      machine.environment().putAll(machine.cloud().environment());
      machine.cloud().clear();
      assertThat(machine.shell(machine.cloudOnceLine("Say hello")).output())
          .contains("from the cloud");
      noTokenIsAnywhereElse();
    }
  }

  @Test
  void withoutTheVariableTheGatewayRefusesAndStillGetsNothingElse() throws Exception {
    addTeam();
    done("route", "local", "--endpoint", "team", "--model", "team-model");
    machine.environment().remove("TEAM_LLM_TOKEN");

    var outcome = machine.prompt();

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains("apiKeyHelper script is failing");
    assertThat(gateway.asked().toString()).doesNotContain("sk-ant");
    assertThat(machine.cloud().messages()).isEmpty();
  }

  @Test
  void anotherEndpointDoesNotGetTheTokenOfAnEarlierRoute() throws Exception {
    try (var other = TokenGateway.start("ollama", "m")) {
      addTeam();
      done("endpoint", "add", "other", other.url(), "--kind", "gateway");
      done("route", "local", "--endpoint", "team", "--model", "team-model", "--scope", "project");
      done("route", "local", "--endpoint", "other", "--model", "m", "--scope", "local");
      assertThat(prompt().output()).contains("from the gateway");

      assertThat(other.asked().toString()).doesNotContain(TOKEN).doesNotContain("sk-ant");
      assertThat(gateway.messages()).isEmpty();
    }
  }

  private void addTeam() throws Exception {
    done(
        "endpoint",
        "add",
        "team",
        gateway.url(),
        "--kind",
        "gateway",
        "--token-env",
        "TEAM_LLM_TOKEN");
  }

  private void proven() throws Exception {
    var proof = answer("verify", "--json");
    assertThat(proof.path("proven").asBoolean()).as(proof.toString()).isTrue();
  }

  private void done(String... words) throws Exception {
    var outcome = machine.switchyard(words);
    assertThat(outcome.exitCode())
        .as("%s: %s%s", List.of(words), outcome.output(), outcome.errors())
        .isZero();
    assertThat(outcome.output() + outcome.errors()).doesNotContain(TOKEN);
  }

  private JsonNode answer(String... words) throws Exception {
    var outcome = machine.switchyard(words);
    assertThat(outcome.output() + outcome.errors()).doesNotContain(TOKEN);
    return new JsonMapper().readTree(outcome.output());
  }

  private Outcome prompt() throws Exception {
    var outcome = machine.prompt();
    assertThat(outcome.exitCode()).as(outcome.output() + outcome.errors()).isZero();
    return outcome;
  }

  private void noTokenIsAnywhereElse() throws IOException {
    assertThat(machine.cloud().requests())
        .allSatisfy(request ->
            assertThat(request.headers() + request.path() + request.body()).doesNotContain(TOKEN));
    var found = new TreeSet<Path>();
    for (var file : files()) {
      if (SECRET.matcher(Files.readString(file, ISO_8859_1)).find()) {
        found.add(file);
      }
    }
    assertThat(found).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(temp)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).filter(Files::isReadable).toList());
    }
  }
}
