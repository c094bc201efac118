package dev.switchyard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.real.CloudStandIn.Request;
import dev.switchyard.real.ProcessListWatch;
import dev.switchyard.real.RealOllama;
import dev.switchyard.real.TokenGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person and a teammate, each with a home of their own, go beyond one machine by our command
/// line: a second real Ollama and two gateways that ask for a token, one out of a variable and one
/// out of a password store, are named, compared, routed to, proven by the real Claude Code, and
/// handed on by the file that the team shares. The tokens are looked for in every file, command
/// line and environment.
class BeyondOneMachineIT {
  private static final String TEAM_TOKEN = "team-gateway-8151-of-this-test";
  private static final String VAULT_TOKEN = "vault-gateway-2342-of-this-test";
  private static final String VARIABLE = "TEAM_LLM_TOKEN";
  private static final String ASKING = "secret-tool lookup service vault";

  @TempDir Path temp;
  private PersonsMachine author;
  private PersonsMachine mate;
  private RealOllama here;
  private RealOllama box;
  private TokenGateway team;
  private TokenGateway vault;
  private ProcessListWatch teamWatch;
  private ProcessListWatch vaultWatch;

  @BeforeEach
  void machines() throws Exception {
    author = PersonsMachine.start(Files.createDirectory(temp.resolve("author")), "shop");
    mate = PersonsMachine.start(Files.createDirectory(temp.resolve("mate")), "their shop");
    here = RealOllama.start(Files.createDirectory(temp.resolve("here")));
    box = RealOllama.start(Files.createDirectory(temp.resolve("box")));
    team = TokenGateway.start(TEAM_TOKEN, "team-model");
    vault = TokenGateway.start(VAULT_TOKEN, "vault-model");
    here.buildAgent(ModelName.of("agent"));
    box.buildAgent(ModelName.of("agent"));
    teamWatch = ProcessListWatch.start(Pattern.compile(Pattern.quote(TEAM_TOKEN)));
    vaultWatch = ProcessListWatch.start(Pattern.compile(Pattern.quote(VAULT_TOKEN)));
    var store = passwordStore();
    for (var machine : List.of(author, mate)) {
      machine.environment().put(VARIABLE, TEAM_TOKEN);
      machine.environment().merge("PATH", store.toString(), (path, own) -> own + ":" + path);
    }
  }

  @AfterEach
  void close() throws Exception {
    for (var each :
        new AutoCloseable[] {teamWatch, vaultWatch, team, vault, here, box, author, mate}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @Test
  void endpointsAreAddedComparedRoutedToProvenAndHandedOnToATeammate() throws Exception {
    done(author, "endpoint", "add", "box", box.url().toString());
    done(
        author,
        "endpoint",
        "add",
        "team",
        team.url(),
        "--kind",
        "gateway",
        "--token-env",
        VARIABLE);
    done(
        author,
        "endpoint",
        "add",
        "vault",
        vault.url(),
        "--kind",
        "gateway",
        "--token-command",
        ASKING);
    compared();

    routed(author, "box", "agent");
    assertThat(box.log()).contains("/v1/messages");
    assertThat(here.log()).doesNotContain("\"/v1/messages?beta=true\"");
    routed(author, "team", "team-model");
    routed(author, "vault", "vault-model");

    done(
        author,
        "export",
        "--project",
        author.project().toString(),
        "--endpoint",
        "box",
        "--endpoint",
        "team");
    var shared = author.project().resolve(".switchyard.json");
    var clone = Files.copy(shared, mate.project().resolve(".switchyard.json"));
    assertThat(clone)
        .content()
        .contains(box.url().toString(), team.url(), vault.url(), VARIABLE, ASKING);

    var look = mate.switchyardAt(here.url().toString(), "import");
    assertThat(look.exitCode()).as(look.output() + look.errors()).isEqualTo(1);
    assertThat(look.output()).contains(ASKING, VARIABLE, "--allow-commands", "--allow-variables");
    assertThat(mate.home().resolve(".config")).doesNotExist();
    assertThat(mate.switchyardAt(here.url().toString(), "import", "--yes").exitCode())
        .as("a command and a variable without consent")
        .isEqualTo(4);
    done(mate, "import", "--yes", "--allow-commands", "--allow-variables");

    assertThat(answer(mate, "route", "--json").path("endpoint").asString()).isEqualTo("vault");
    used(mate, "vault-model");
    routed(mate, "team", "team-model");
    routed(mate, "box", "agent");
    assertThat(answer(mate, "import", "--undo", "--json").path("undone").asBoolean()).isTrue();

    everyTokenIsWhereItBelongsAlone();
  }

  private void compared() throws Exception {
    var test =
        author.switchyardAt(here.url().toString(), "endpoint", "test", "--first-token", "--json");
    var rows =
        new JsonMapper().readTree(test.output()).path("endpoints").values().stream().toList();
    assertThat(rows.stream().map(row -> row.path("name").asString()))
        .as(test.output() + test.errors())
        .containsExactly("default", "box", "team", "vault");
    assertThat(rows).allMatch(row -> row.path("reachable").asBoolean());
    assertThat(rows).allMatch(row -> row.path("latency").path("medianMillis").asDouble() > 0);
    assertThat(rows.stream().map(row -> row.path("admitted").asString()))
        .containsExactly("not-asked", "not-asked", "yes", "yes");
    var table = author.switchyardAt(here.url().toString(), "endpoint", "test", "--model", "agent");
    assertThat(table.exitCode()).as("the gateways have no agent").isEqualTo(1);
    assertThat(table.output()).contains("box", "team", "vault", "default");
  }

  /// Switched, proven and used.
  private void routed(PersonsMachine machine, String endpoint, String model) throws Exception {
    done(machine, "route", "local", "--endpoint", endpoint, "--model", model);
    var route = answer(machine, "route", "--json");
    assertThat(route.path("endpoint").asString()).as(route.toString()).isEqualTo(endpoint);
    assertThat(route.path("problems").size()).as(route.toString()).isZero();
    used(machine, model);
  }

  private void used(PersonsMachine machine, String model) throws Exception {
    var proof = answer(machine, "verify", "--json");
    assertThat(proof.path("proven").asBoolean()).as(proof.toString()).isTrue();
    assertThat(proof.path("models").get(0).asString()).isEqualTo(model);
    var prompt = machine.prompt();
    assertThat(prompt.exitCode()).as(prompt.output() + prompt.errors()).isZero();
    if (!model.equals("agent")) {
      assertThat(prompt.output()).contains("from the gateway");
    }
  }

  private void done(PersonsMachine machine, String... words) throws Exception {
    var outcome = machine.switchyardAt(here.url().toString(), words);
    assertThat(outcome.exitCode())
        .as("%s: %s%s", List.of(words), outcome.output(), outcome.errors())
        .isZero();
    silent(outcome);
  }

  private JsonNode answer(PersonsMachine machine, String... words) throws Exception {
    var outcome = machine.switchyardAt(here.url().toString(), words);
    silent(outcome);
    return new JsonMapper().readTree(outcome.output());
  }

  private static void silent(Outcome outcome) {
    assertThat(outcome.output() + outcome.errors()).doesNotContain(TEAM_TOKEN, VAULT_TOKEN);
  }

  /// What a desktop's password store prints, kept where no home is.
  private Path passwordStore() throws IOException {
    var bin = Files.createDirectory(temp.toRealPath().resolve("bin"));
    Files.writeString(bin.resolve("kept"), VAULT_TOKEN + "\n");
    var program =
        Files.writeString(
            bin.resolve("secret-tool"),
            "#!/bin/sh\n[ \"$*\" = 'lookup service vault' ] && exec cat '" + bin + "/kept'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return bin;
  }

  private void everyTokenIsWhereItBelongsAlone() throws IOException {
    sentOnlyTo(team, TEAM_TOKEN);
    sentOnlyTo(vault, VAULT_TOKEN);
    assertThat(teamWatch.found()).isEmpty();
    assertThat(teamWatch.variables()).as("the person's own alone").isEqualTo(Set.of(VARIABLE));
    assertThat(vaultWatch.found()).isEmpty();
    assertThat(vaultWatch.variables()).isEmpty();
    for (var machine : List.of(author, mate)) {
      assertThat(machine.cloud().requests()).noneMatch(BeyondOneMachineIT::tells);
      assertThat(machine.cloud().messages()).isEmpty();
    }
    assertThat(filesWith(TEAM_TOKEN)).isEmpty();
    assertThat(filesWith(VAULT_TOKEN)).containsExactly(temp.resolve("bin/kept"));
  }

  private static void sentOnlyTo(TokenGateway gateway, String token) {
    var own = Map.of("authorization", "Bearer " + token, "x-api-key", token);
    assertThat(gateway.messages()).extracting(TokenGateway.Asked::credentials).contains(own);
    // Whether it lets in without one is asked too.
    assertThat(gateway.asked())
        .allMatch(one -> one.credentials().isEmpty() || one.credentials().equals(own));
  }

  private static boolean tells(Request request) {
    var all = request.headers() + request.path() + request.body();
    return all.contains(TEAM_TOKEN) || all.contains(VAULT_TOKEN);
  }

  private List<Path> filesWith(String token) throws IOException {
    Predicate<Path> holds =
        file -> {
          try {
            return Files.readString(file, ISO_8859_1).contains(token);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    try (var all = Files.walk(temp)) {
      var files = all.filter(Files::isRegularFile).filter(Files::isReadable).toList();
      return new ArrayList<>(files.stream().filter(holds).toList());
    }
  }
}
