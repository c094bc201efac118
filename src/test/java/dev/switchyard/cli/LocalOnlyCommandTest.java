package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody listens anywhere: what is refused here is refused before anything is asked.
class LocalOnlyCommandTest {
  private static final String NOBODY = "http://127.0.0.1:9";

  @TempDir Path temp;
  private Path home;
  private Path project;

  @BeforeEach
  void folders() throws IOException {
    home = Files.createDirectory(temp.toRealPath().resolve("home"));
    project = Files.createDirectory(temp.toRealPath().resolve("project"));
    run(
        "endpoint",
        "add",
        "team",
        "https://llm.team.example",
        "--kind",
        "gateway",
        "--token-env",
        "TEAM_LLM_TOKEN");
    run("endpoint", "add", "box", "http://127.0.0.1:7", "--kind", "ollama");
  }

  @Test
  void aProjectThatIsLocalOnlyIsRoutedNowhereElse() throws IOException {
    assertThat(run("local-only", "on", here()).code()).isEqualTo(1);

    for (var words :
        List.of(
            List.of("route", "local", here(), "--endpoint", "team", "--model", "m"),
            List.of("route", "local", here(), "--endpoint", "box", "--model", "gpt-oss:120b-cloud"),
            List.of("route", "cloud", here()),
            List.of("launch", here(), "--anyway"),
            List.of("verify", here(), "--yes"))) {
      var refused = run(words.toArray(String[]::new));
      assertThat(refused.code()).as("%s: %s%s", words, refused.out(), refused.err()).isIn(3, 4);
      assertThat(project).as(words.toString()).isEmptyDirectory();
    }
    assertThat(run("route", "local", here(), "--endpoint", "box", "--model", "m").code()).isZero();
    assertThat(run("local-only", "status", here(), "--json").json().has("breach")).isFalse();
  }

  @Test
  void aHostThatIsNamedIsReachedAndNoOther() {
    assertThat(run("local-only", "on", here(), "--allow", "LLM.team.example").code()).isEqualTo(1);

    var routed = run("route", "local", here(), "--endpoint", "team", "--model", "m", "--json");

    assertThat(routed.code()).as(routed.err()).isZero();
    assertThat(routed.json().path("endpoint").asString()).isEqualTo("team");
    assertThat(routed.json().path("credentialSource").asString()).isEqualTo("variable");
    assertThat(routed.json().path("credential").asString()).isEqualTo("placeholder");
  }

  @Test
  void whatHoldsEverywhereHoldsForTheDefaultRouteToo() {
    run("local-only", "on", "--all");

    var refused = run("route", "local", "--scope", "user", "--endpoint", "team", "--model", "m");

    assertThat(refused.code()).as(refused.err()).isEqualTo(4);
    assertThat(home.resolve(".claude/settings.json")).doesNotExist();
  }

  @Test
  void takingARouteBackIsPossibleAndNamesWhatFollows() {
    run("route", "local", here(), "--endpoint", "box", "--model", "m");
    assertThat(run("local-only", "on", here()).code()).isZero();

    var inherited = run("route", "inherit", here(), "--json");

    assertThat(inherited.code()).isZero();
    assertThat(inherited.out()).contains("\"id\":\"local-only\"");
  }

  @Test
  void aFileThatCannotBeReadAllowsNothing() throws IOException {
    run("local-only", "on", here());
    try (var files = Files.walk(home)) {
      var file = files.filter(one -> one.endsWith("local-only.json")).findFirst().orElseThrow();
      Files.writeString(file, "{\"projects\": [");
    }

    var refused = run("route", "local", here(), "--endpoint", "team", "--model", "m");

    assertThat(refused.code()).isEqualTo(4);
    assertThat(project).isEmptyDirectory();
  }

  @Test
  void aFallbackIsKeptAndNamedAndNeverOneThatTheProjectMayNotReach() {
    assertThat(
            run("route", "local", here(), "--endpoint", "box", "--model", "m", "--fallback", "team")
                .out())
        .contains("--endpoint team");
    assertThat(run("route", here(), "--json").json().path("fallback").asString()).isEqualTo("team");
    assertThat(run("route", here()).out()).contains("--endpoint team");

    run("local-only", "on", here());
    assertThat(run("route", here(), "--json").json().has("fallback")).isFalse();
    var refused =
        run("route", "local", here(), "--endpoint", "box", "--model", "n", "--fallback", "team");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(run("route", here(), "--json").json().path("model").asString()).isEqualTo("m");
  }

  @Test
  void theShellTakesTheTokenFromWhereItIs() {
    var lines = run("env", here(), "--shell", "bash", "--endpoint", "team", "--model", "m");

    assertThat(lines.out()).as(lines.err()).contains("ANTHROPIC_AUTH_TOKEN=\"$TEAM_LLM_TOKEN\"");
  }

  @Test
  void noShellIsToldOfAServerThatTheProjectMayNotReach() {
    run("local-only", "on", here());

    for (var words :
        List.of(
            List.of("env", here(), "--shell", "bash", "--endpoint", "team", "--model", "m"),
            List.of("--ollama", "http://10.1.2.3:11434", "env", here(), "--shell", "bash"))) {
      var refused = CommandRun.of(atHome(words).toArray(String[]::new));

      assertThat(refused.code()).as(words.toString()).isEqualTo(4);
      assertThat(refused.out()).as(words.toString()).isEmpty();
    }
    assertThat(run("env", here(), "--shell", "bash", "--endpoint", "box", "--model", "m").out())
        .contains("http://127.0.0.1:7");
  }

  @Test
  void claudesOwnArgumentsLeadNowhereElse() {
    run("route", "local", here(), "--endpoint", "box", "--model", "m");
    run("local-only", "on", here());

    for (var arguments :
        List.of(
            List.of("--model", "gpt-oss:120b-cloud"),
            List.of("--model=gpt-oss:120b-cloud"),
            List.of(
                "--settings", "{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://llm.team.example\"}}"),
            List.of("--settings", "{}", "--settings={}"),
            List.of("--setting-sources", "user"),
            List.of("--setting-sources=user"),
            List.of("--restricted"),
            List.of("--fallback-model", "n,gpt-oss:120b-cloud"),
            List.of("--agents", "{\"a\":{\"model\":\"gpt-oss:120b-cloud\"}}"),
            List.of("-p", "hello", "--agents", "agents.json"),
            List.of("--agent", "reviewer"),
            List.of("--worktree"),
            List.of("--cloud", "hello"),
            List.of("--teleport"),
            List.of("--remote-control"),
            List.of("--sdk-url", "wss://llm.team.example"),
            List.of("ultrareview"),
            List.of("--of-a-later-version"))) {
      var refused = printed(arguments);

      assertThat(refused.code()).as(arguments.toString()).isEqualTo(4);
      assertThat(refused.out()).as(arguments.toString()).isEmpty();
    }
    for (var arguments :
        List.of(
            List.of("--model", "n"),
            List.of("-p", "what is this?", "--output-format=json"),
            List.of("--fallback-model", "n,o"),
            List.of("--agents", "{\"a\":{\"model\":\"opus\",\"prompt\":\"p\"}}"))) {
      var allowed = printed(arguments);
      assertThat(allowed.code()).as("%s: %s", arguments, allowed.err()).isZero();
    }
  }

  @Test
  void whatIsRefusedIsNamedWithTheReasonAndTheWayOn() {
    run("route", "local", here(), "--endpoint", "box", "--model", "m");
    run("local-only", "on", here());

    assertThat(printed(List.of("--setting-sources", "user")).err())
        .contains("local only", "--setting-sources", "Leave");
    run("local-only", "off", here());
    assertThat(printed(List.of("--setting-sources", "user")).code()).isZero();
  }

  private CommandRun printed(List<String> arguments) {
    var words = new ArrayList<>(List.of("launch", here(), "--print", "--shell", "bash", "--"));
    words.addAll(arguments);
    return run(words.toArray(String[]::new));
  }

  private String here() {
    return project.toString();
  }

  private CommandRun run(String... words) {
    var all = new ArrayList<>(List.of("--ollama", NOBODY));
    all.addAll(List.of(words));
    return CommandRun.of(atHome(all).toArray(String[]::new));
  }

  private List<String> atHome(List<String> words) {
    var all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(words);
    return all;
  }
}
