package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One person shares what they have, and another one takes it over.
class TeamCommandsTest {
  /// Nobody listens there: none of it needs a server.
  private static final String OLLAMA = "http://127.0.0.1:9";

  private static final String MODELFILE = "FROM gemma4:e4b\nPARAMETER num_ctx 65536\n";

  @TempDir private Path folder;

  private Path giver;
  private Path taker;
  private Path project;

  @BeforeEach
  void make() throws IOException {
    giver = Files.createDirectory(folder.resolve("giver"));
    taker = Files.createDirectory(folder.resolve("taker"));
    project = Files.createDirectory(folder.resolve("shop"));
    var modelfiles = Files.createDirectories(giver.resolve(".ollama/Modelfiles"));
    Files.writeString(modelfiles.resolve("coder"), MODELFILE);
    give("endpoint", "add", "box", "https://box.example", "--kind", "vllm", "--token", "word");
    give(
        "endpoint",
        "add",
        "team",
        "http://llm.example:4000",
        "--kind",
        "gateway",
        "--token-env",
        "TEAM_TOKEN");
    give("route", "local", project.toString(), "--model", "coder", "--slim", "full");
  }

  private CommandRun give(String... arguments) {
    return run(giver, OLLAMA, arguments);
  }

  private CommandRun take(String... arguments) {
    return run(taker, OLLAMA, arguments);
  }

  private static CommandRun run(Path home, String server, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString(), "--ollama", server));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private Path shared(String... options) {
    var file = folder.resolve("team.json");
    var all = new ArrayList<>(List.of("export", file.toString()));
    all.addAll(List.of(options));
    var run = give(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return file;
  }

  @Test
  void aReviewChangesNothingAndSaysWhatLeavesTheMachine() throws Exception {
    var file = shared();
    var before = contents(taker);

    var review = take("import", file.toString());

    assertThat(review.code()).isEqualTo(1);
    assertThat(review.out())
        .contains("Endpoint team: new", "Leaves this machine", "Not encrypted", "TEAM_TOKEN")
        .contains("Variant coder: new", "+ PARAMETER num_ctx 65536")
        .contains("Nothing was changed", "switchyard import " + file + " --yes --allow-variables");
    assertThat(contents(taker)).isEqualTo(before);

    var json = take("import", file.toString(), "--dry-run", "--json");
    assertThat(json.code()).isZero();
    assertThat(json.json().path("applied").asBoolean()).isFalse();
    assertThat(marks(json.json(), "team")).containsExactly("host", "in-clear", "variable");
    assertThat(marks(json.json(), "box")).containsExactly("host");
    assertThat(contents(taker)).isEqualTo(before);
  }

  @Test
  void whatIsTakenOverIsThereOnceAndGoesWithUndo() throws Exception {
    var file = shared();
    var before = contents(taker);

    var allowed = take("import", file.toString(), "--yes", "--allow-variables");
    assertThat(allowed.code()).as(allowed.err()).isZero();
    assertThat(Files.readString(taker.resolve(".ollama/Modelfiles/coder"))).isEqualTo(MODELFILE);
    assertThat(take("endpoint", "list").out()).contains("team", "box");
    var taken = contents(taker);

    var again = take("import", file.toString(), "--yes");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("as the file says already");
    assertThat(contents(taker)).isEqualTo(taken);

    assertThat(take("import", "--undo").code()).isZero();
    assertThat(take("endpoint", "list", "--json").json().path("endpoints")).isEmpty();
    assertThat(contents(taker).keySet())
        .isSubsetOf(union(before, ".config/switchyard/endpoints.json"));
    assertThat(take("import", "--undo").code()).isEqualTo(1);
  }

  @Test
  void whatHasTheSameNameIsReplacedOnlyWhenThePersonSaysSo() throws Exception {
    var file = shared();
    take("endpoint", "add", "team", "http://127.0.0.1:4000", "--kind", "gateway");
    var modelfiles = Files.createDirectories(taker.resolve(".ollama/Modelfiles"));
    Files.writeString(modelfiles.resolve("coder"), "FROM mine\r\n");
    var before = contents(taker);

    var refused = take("import", file.toString(), "--yes");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("team is there already", "coder is there already");
    assertThat(contents(taker)).isEqualTo(before);

    var review = take("import", file.toString());
    assertThat(review.out())
        .contains(
            "-   \"url\" : \"http://127.0.0.1:4000\"",
            "- FROM mine",
            "--yes --replace --allow-variables");

    var taken = take("import", file.toString(), "--yes", "--replace", "--allow-variables");
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(take("endpoint", "list").out()).contains("http://llm.example:4000");
    assertThat(take("import", "--undo").code()).isZero();
    assertThat(contents(taker)).isEqualTo(before);
  }

  @Test
  void aCommandRunsOnlyAfterItWasReadAndAllowed() throws Exception {
    var command = "security find-generic-password -w -s team";
    give(
        "endpoint",
        "add",
        "vault",
        "https://llm.example",
        "--kind",
        "gateway",
        "--token-command",
        command);
    var file = shared("--endpoint", "vault");
    var before = contents(taker);

    var review = take("import", file.toString());
    assertThat(review.out())
        .contains("Runs a program on this machine", command, "--yes --allow-commands");
    assertThat(take("import", file.toString(), "--yes").code()).isEqualTo(4);
    assertThat(take("import", file.toString(), "--yes", "--replace", "--allow-variables").code())
        .isEqualTo(4);
    assertThat(contents(taker)).isEqualTo(before);

    assertThat(take("import", file.toString(), "--yes", "--allow-commands").code()).isZero();
    assertThat(take("endpoint", "list", "--json").json().toString()).contains(command);
  }

  @Test
  void aVariablesValueIsSentOnlyWhereItWasAllowed() throws Exception {
    var file = shared("--endpoint", "team");
    var before = contents(taker);

    for (var words : List.of("--yes", "--replace", "--allow-commands")) {
      var refused = take("import", file.toString(), "--yes", words);
      assertThat(refused.code()).isIn(2, 4);
      assertThat(contents(taker)).isEqualTo(before);
    }
    var refused = take("import", file.toString(), "--yes", "--json");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.json().path("items").path(0).path("variable").asString())
        .isEqualTo("TEAM_TOKEN");
    assertThat(refused.json().path("missing").path(0).asString())
        .contains("TEAM_TOKEN", "llm.example", "--allow-variables");

    assertThat(take("import", file.toString(), "--yes", "--allow-variables").code()).isZero();
    Files.writeString(file, Files.readString(file).replace("llm.example", "evil.example"));
    var moved = take("import", file.toString(), "--yes", "--replace");
    assertThat(moved.code()).isEqualTo(4);
    assertThat(moved.err()).contains("TEAM_TOKEN", "evil.example");
  }

  @Test
  void aProjectsFileGivesATeammateTheSameRoute() throws Exception {
    assertThat(give("export", "--project", project.toString()).code()).isZero();
    var file = project.resolve(".switchyard.json");
    assertThat(Files.readString(file)).doesNotContain("endpoint", folder.toString());
    var clone = Files.createDirectory(folder.resolve("clone"));
    Files.copy(file, clone.resolve(".switchyard.json"));

    var review = take("import", "--project", clone.toString());
    assertThat(review.code()).isEqualTo(1);
    assertThat(review.out()).contains("Route to coder", "ANTHROPIC_BASE_URL");
    assertThat(clone.resolve(".claude")).doesNotExist();

    assertThat(take("import", "--project", clone.toString(), "--yes").code()).isZero();
    var route = take("route", clone.toString(), "--json").json();
    assertThat(route.path("model").asString()).isEqualTo("coder");
    assertThat(route.path("winner").path("ANTHROPIC_BASE_URL").asString()).isEqualTo("local");
    assertThat(take("import", "--project", clone.toString(), "--yes").out())
        .contains("as the file says already");

    Files.delete(clone.resolve(".switchyard.json"));
    assertThat(take("export", "--project", clone.toString()).code()).isZero();
    assertThat(clone.resolve(".switchyard.json")).hasSameTextualContentAs(file);

    assertThat(take("import", "--undo").code()).isZero();
    assertThat(take("route", clone.toString(), "--json").json().path("destination").asString())
        .isEqualTo("cloud");
    assertThat(taker.resolve(".ollama/Modelfiles/coder")).doesNotExist();
  }

  @Test
  void aRouteToATeamsEndpointIsTakenOverWithWhatItNeeds() throws Exception {
    give(
        "endpoint",
        "add",
        "llm",
        "https://llm.example",
        "--kind",
        "gateway",
        "--token-env",
        "TEAM_TOKEN");
    var routed =
        run(giver, "https://llm.example", "route", "local", project.toString(), "--model", "qwen");
    assertThat(routed.code()).as(routed.err()).isZero();
    assertThat(give("export", "--project", project.toString()).code()).isZero();
    var file = project.resolve(".switchyard.json");
    assertThat(Files.readString(file)).contains("\"endpoint\" : \"llm\"", "TEAM_TOKEN");
    var clone = Files.createDirectory(folder.resolve("clone"));
    Files.copy(file, clone.resolve(".switchyard.json"));

    var review = take("import", "--project", clone.toString());
    assertThat(review.code()).as(review.err()).isEqualTo(1);
    assertThat(review.out()).contains("Endpoint llm: new", "Leaves this machine", "Route to qwen");
    assertThat(take("import", "--project", clone.toString(), "--yes").code()).isEqualTo(4);
    assertThat(clone.resolve(".claude")).doesNotExist();
    var taken = take("import", "--project", clone.toString(), "--yes", "--allow-variables");
    assertThat(taken.code()).as(taken.err()).isZero();
    var route = take("route", clone.toString(), "--json").json();
    assertThat(route.path("destination").asString()).isEqualTo("other");
    assertThat(route.path("baseUrl").asString()).isEqualTo("https://llm.example");
    assertThat(route.path("problems").toString()).doesNotContain("leak");

    Files.delete(clone.resolve(".switchyard.json"));
    assertThat(take("export", "--project", clone.toString()).code()).isZero();
    assertThat(clone.resolve(".switchyard.json")).hasSameTextualContentAs(file);
    assertThat(take("import", "--undo").code()).isZero();
    assertThat(take("route", clone.toString(), "--json").json().path("destination").asString())
        .isEqualTo("cloud");
    assertThat(take("endpoint", "list", "--json").json().path("endpoints")).isEmpty();
  }

  @Test
  void aProjectThatIsLocalOnlyTakesNoRouteThatLeavesTheMachine() throws Exception {
    give("endpoint", "add", "llm", "https://llm.example", "--kind", "gateway");
    give("route", "local", project.toString(), "--endpoint", "llm", "--model", "qwen");
    assertThat(give("export", "--project", project.toString()).code()).isZero();
    var clone = Files.createDirectory(folder.resolve("clone"));
    Files.copy(project.resolve(".switchyard.json"), clone.resolve(".switchyard.json"));
    take("local-only", "on", clone.toString());
    var before = contents(taker);

    for (var words :
        List.of(
            List.of("--yes"),
            List.of("--yes", "--replace", "--allow-commands"),
            List.of("--yes", "--scope", "project"),
            List.of("--dry-run"))) {
      var all = new ArrayList<>(List.of("import", "--project", clone.toString()));
      all.addAll(words);
      var refused = take(all.toArray(String[]::new));
      assertThat(refused.code()).as("%s: %s%s", words, refused.out(), refused.err()).isEqualTo(4);
      assertThat(refused.err()).contains("https://llm.example");
      assertThat(contents(taker)).isEqualTo(before);
      assertThat(clone.resolve(".claude")).doesNotExist();
    }

    take("local-only", "on", clone.toString(), "--allow", "llm.example");
    var taken = take("import", "--project", clone.toString(), "--yes");
    assertThat(taken.code()).as(taken.out() + taken.err()).isZero();
    assertThat(take("route", clone.toString(), "--json").json().path("endpoint").asString())
        .isEqualTo("llm");
  }

  @Test
  void aHomeFullOfSecretsGivesNoneAway() throws Exception {
    var secret = "made-up-secret-4711";
    for (var file :
        List.of(
            ".claude.json",
            ".claude/.credentials.json",
            ".claude/settings.json",
            ".netrc",
            ".ollama/id_ed25519",
            ".config/switchyard/notes.json")) {
      Files.createDirectories(giver.resolve(file).getParent());
      Files.writeString(
          giver.resolve(file),
          "{\"primaryApiKey\": \"sk-ant-%s\", \"env\": {\"ANTHROPIC_API_KEY\": \"sk-ant-%s\"}}"
              .formatted(secret, secret));
    }
    var key =
        Files.writeString(
            giver.resolve("key.pem"), pem("CERTIFICATE", "MAMCAQE=") + pem("PRIVATE KEY", secret));
    give("endpoint", "add", "ca", "https://ca.example", "--kind", "vllm", "--ca", key.toString());
    give(
        "endpoint",
        "add",
        "own",
        "https://own.example",
        "--kind",
        "vllm",
        "--token-env",
        "OWN_KEY");
    give("route", "local", project.toString(), "--endpoint", "own", "--model", "qwen");

    var all = shared("--replace");
    assertThat(give("export", "--project", project.toString()).code()).isZero();

    for (var file : List.of(all, project.resolve(".switchyard.json"))) {
      assertThat(Files.readString(file))
          .contains("OWN_KEY")
          .doesNotContain(secret, "sk-ant", "PRIVATE", "primaryApiKey", giver.toString());
    }
    assertThat(Files.readString(all)).contains("BEGIN CERTIFICATE");
  }

  private static String pem(String label, String body) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
  }

  @Test
  void aFileWithoutAProjectLeavesTheRouteOut() throws Exception {
    give("export", "--project", project.toString());
    var file = Files.copy(project.resolve(".switchyard.json"), folder.resolve("copy.json"));
    var run = take("import", file.toString(), "--yes", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().path("unknown").path("route").asString()).contains("--project");
  }

  @Test
  void anExportIsWrittenOverAnotherFileOnlyWhenThePersonSaysSo() throws Exception {
    assertThat(give("export").code()).isEqualTo(2);
    var file = shared("--variant", "coder");
    var first = Files.readString(file);
    assertThat(give("export", file.toString(), "--variant", "coder").code()).isZero();
    assertThat(give("export", file.toString(), "--endpoint", "box").code()).isEqualTo(4);
    assertThat(Files.readString(file)).isEqualTo(first);
    assertThat(give("export", file.toString(), "--endpoint", "box", "--replace").code()).isZero();
    assertThat(give("export", "-", "--endpoint", "nobody").code()).isEqualTo(2);
    assertThat(give("export", "-", "--variant", "nobody").code()).isEqualTo(2);
    assertThat(give("export", "-", "--endpoint", "box").out()).isEqualTo(Files.readString(file));
    assertThat(give("export", "x.json", "--project", giver.toString()).code()).isEqualTo(4);
  }

  @Test
  void whatIsNobodyElsesIsRefusedAndNotLeftOutInSilence() throws Exception {
    var modelfiles = giver.resolve(".ollama/Modelfiles");
    for (var line :
        List.of(
            "SYSTEM Work in " + giver + "/shop",
            "SYSTEM Your key is sk-ant-0123456789abcdef",
            "ADAPTER ./mine.gguf")) {
      Files.writeString(modelfiles.resolve("mine"), MODELFILE + line + "\n");
      var run = give("export", "-");
      assertThat(run.code()).as(line).isEqualTo(4);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("mine", "Nothing was written").doesNotContain("sk-ant");
    }
  }

  private static List<String> marks(JsonNode answer, String name) {
    return answer.path("items").values().stream()
        .filter(item -> item.path("name").asString().equals(name))
        .flatMap(item -> item.path("marks").values().stream())
        .map(mark -> mark.path("kind").asString())
        .toList();
  }

  private static List<String> union(Map<String, String> before, String more) {
    var all = new ArrayList<>(before.keySet());
    all.add(more);
    return all;
  }

  /// What a person keeps; the log and locks come and go.
  private static Map<String, String> contents(Path home) throws IOException {
    var all = new TreeMap<String, String>();
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = home.relativize(file).toString();
        if (!name.contains(".local/state") && !name.endsWith(".lock")) {
          all.put(name, Files.readString(file));
        }
      }
    }
    return all;
  }
}
