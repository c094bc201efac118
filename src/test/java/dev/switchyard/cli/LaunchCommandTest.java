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

/// No test here opens a window: each asks for a terminal that does not exist, or only prints.
class LaunchCommandTest {
  /// Nobody listens there.
  private static final String SERVER = "http://127.0.0.1:9";

  @TempDir Path temp;
  private Path home;
  private Path project;

  @BeforeEach
  void routedProject() throws IOException {
    home = Files.createDirectory(temp.resolve("home"));
    project = Files.createDirectory(temp.resolve("my app"));
    Files.createDirectory(project.resolve(".claude"));
    Files.writeString(
        project.resolve(".claude/settings.json"),
        """
        {"model":"gemma4-claude","env":{"ANTHROPIC_BASE_URL":"%s","ANTHROPIC_AUTH_TOKEN":"ollama","ANTHROPIC_API_KEY":""}}
        """
            .formatted(SERVER));
  }

  @Test
  void printsOneLineToPasteAndNothingElse() {
    var run =
        launch("--print", "--shell", "bash", "--", "-p", "@README.md explain --model?", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .singleElement()
        .asString()
        .startsWith(
            "cd -- '"
                + project
                + "' && HOME="
                + home
                + " ANTHROPIC_BASE_URL="
                + SERVER
                + " ANTHROPIC_AUTH_TOKEN=ollama ANTHROPIC_API_KEY= ")
        .endsWith(" --model gemma4-claude -p '@README.md explain --model?' --json");
  }

  @Test
  void printsForTheChosenShell() {
    assertThat(launch("--print", "--shell", "powershell").out().strip())
        .contains("$env:ANTHROPIC_API_KEY = ''; ")
        .endsWith("--model gemma4-claude");
    assertThat(launch("--print", "--shell", "cmd").out()).contains("set \"ANTHROPIC_API_KEY=\"&& ");
    assertThat(launch("--print", "--shell", "tcsh").code()).isEqualTo(2);
  }

  @Test
  void saysWhatWouldGoWrongAndStartsNothing() {
    var run = launch("--terminal", "no-such-terminal", "--json");

    assertThat(run.code()).isEqualTo(3);
    var json = run.json();
    assertThat(json.get("launched").asBoolean()).isFalse();
    assertThat(json.get("warnings").findValuesAsString("id"))
        .contains("no-terminal", "server-down")
        .endsWith("trust");
    assertThat(run.err()).contains("Nothing answers at " + SERVER);
    assertThat(home.resolve(".local/state/switchyard/launch")).doesNotExist();
  }

  @Test
  void aTerminalThatIsNotThereCannotBePassedOver() {
    assertThat(launch("--terminal", "no-such-terminal", "--anyway").code()).isEqualTo(3);
  }

  @Test
  void aVanishedProjectIsWrongUsage() throws IOException {
    Files.delete(project.resolve(".claude/settings.json"));
    Files.delete(project.resolve(".claude"));
    Files.delete(project);

    var run = launch("--terminal", "no-such-terminal");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(project.toString());
  }

  @Test
  void aLocalOneOffNamesAPrivateFileWithAWholeRoute() throws IOException {
    var run =
        CommandRun.of(
            "--home",
            home.toString(),
            "--ollama",
            SERVER,
            "launch",
            project.toString(),
            "--local-once",
            "qwen3",
            "--context",
            "32768",
            "--effort",
            "low",
            "--print",
            "--shell",
            "bash",
            "--",
            "-p",
            "hello");

    assertThat(run.code()).as(run.err()).isZero();
    var words = List.of(run.out().strip().split(" "));
    assertThat(run.out().strip()).endsWith("--model qwen3 -p hello");
    var file = Path.of(words.get(words.indexOf("--settings") + 1));
    assertThat(file).startsWith(home);
    assertThat(Files.readString(file))
        .contains(
            "\"ANTHROPIC_BASE_URL\": \"" + SERVER + "\"",
            "\"ANTHROPIC_MODEL\": \"qwen3\"",
            "\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": \"32768\"",
            "\"CLAUDE_CODE_EFFORT_LEVEL\": \"low\"");
    assertThat(project.resolve(".claude/settings.json")).content().contains("gemma4-claude");
    assertThat(run.err()).as("the server is away").contains("without asking the server");
  }

  @Test
  void whatBelongsToALocalOneOffIsRefusedWithoutIt() {
    assertThat(launch("--print", "--context", "32768").code()).isEqualTo(2);
    assertThat(launch("--print", "--slim", "light").code()).isEqualTo(2);
  }

  @Test
  void aLocalOneOffIsCheckedLikeEveryLaunchAndTouchesNoFile() throws IOException {
    var settings = project.resolve(".claude/settings.json");
    var before = Files.readString(settings);
    var run = launch("--local-once", "qwen3", "--terminal", "no-such-terminal", "--json");

    assertThat(run.code()).as("no server, no terminal").isEqualTo(3);
    assertThat(run.json().get("launched").asBoolean()).isFalse();
    assertThat(run.json().get("warnings").findValuesAsString("id"))
        .contains("no-terminal")
        .doesNotContain("route-unexpected");
    assertThat(Files.readString(settings)).isEqualTo(before);
  }

  @Test
  void argumentsForClaudeNeedTheDashes() {
    assertThat(launch("another", "word").code()).isEqualTo(2);
    assertThat(launch("-p", "hello").code()).isEqualTo(2);
  }

  private CommandRun launch(String... arguments) {
    var all = new ArrayList<>(List.of("--home", home.toString(), "launch", project.toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
