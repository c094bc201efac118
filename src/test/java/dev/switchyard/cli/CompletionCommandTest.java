package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The completions in the real shells, as far as these are installed.
class CompletionCommandTest {
  /// Stands for the program where a completion asks it for models.
  private static final String MODELS =
      """
      #!/bin/sh
      [ "$*" = "completion models" ] && printf '%s\\n' gemma4:26b gemma4-claude qwen3:8b
      """;

  @TempDir Path folder;

  @BeforeEach
  void program() throws IOException {
    var program = folder.resolve("bin/switchyard");
    Files.createDirectories(program.getParent());
    Files.writeString(program, MODELS);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(folder.resolve("projects/my app"));
    Files.createDirectories(folder.resolve("projects/other"));
    Files.writeString(folder.resolve("file.txt"), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          switchyard sta                         | status
          switchyard status --js                 | --json
          switchyard rou                         | route
          switchyard route lo                    | local
          switchyard route local pro             | projects
          switchyard route local --scope u       | user
          switchyard route local --scope=u       | user
          switchyard route local --model q       | qwen3:8b
          switchyard fit qw                      | qwen3:8b
          switchyard env --shell fi              | fish
          switchyard --home pro                  | projects
          switchyard --home projects route --dry | --dry-run
          switchyard completion z                | zsh
          switchyard launch -- fil               | file.txt
          """)
  void bashCompletes(String line, String expected) throws Exception {
    assertThat(bash(line)).containsExactly(expected);
  }

  /// Bash itself takes only what stands behind the colon.
  @Test
  void bashCompletesBehindTheColonOfAModel() throws Exception {
    assertThat(bash("switchyard route local --model gemma4:2")).containsExactly("26b");
    assertThat(bash("switchyard route local --model gemma4"))
        .containsExactlyInAnyOrder("gemma4:26b", "gemma4-claude");
  }

  @Test
  void bashCompletesFoldersWithBlanks() throws Exception {
    assertThat(bash("switchyard route local projects/m")).containsExactly("projects/my app");
  }

  @Test
  void bashOffersAllCommandsButTheHiddenOnes() throws Exception {
    assertThat(bash("switchyard "))
        .contains("status", "route", "launch", "version", "completion")
        .doesNotContain("manual");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          switchyard sta                       | status
          switchyard status --js               | --json
          switchyard route lo                  | local
          switchyard route local pro           | projects/
          switchyard route local --scope u     | user
          switchyard route local --model q     | qwen3:8b
          switchyard env --shell fi            | fish
          """)
  void fishCompletes(String line, String expected) throws Exception {
    var file = file("switchyard.fish", "fish");
    var script = "source '%s'; complete -C '%s'".formatted(file, line);

    assertThat(run("fish", "--no-config", "-c", script).stream().map(one -> one.split("\t")[0]))
        .containsExactly(expected);
  }

  @Test
  void zshLoadsItAndCompletes() throws Exception {
    file("_switchyard", "zsh");
    var driver = folder.resolve("driver.zsh");
    try (var source = CompletionCommandTest.class.getResourceAsStream("complete.zsh")) {
      Files.write(driver, source.readAllBytes());
    }

    assertThat(zsh(driver, "switchyard sta")).containsExactly("status");
    assertThat(zsh(driver, "switchyard route local --scope u")).containsExactly("user");
    assertThat(zsh(driver, "switchyard route local --model q")).containsExactly("qwen3:8b");
    assertThat(zsh(driver, "switchyard status --js")).containsExactly("--json");
    assertThat(zsh(driver, "switchyard route lo")).containsExactly("local");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csh", "manual", ""})
  void anotherShellIsWrongUsage(String shell) {
    assertThat(CommandRun.of("completion", shell).code()).isEqualTo(2);
  }

  @Test
  void modelsAreThoseOfTheServer() throws IOException {
    try (var server = SimulatedOllama.start(Setup.instant())) {
      var run = complete(server.url().toString());

      assertThat(run.out().lines()).contains("gemma4:26b");
    }
    assertThat(complete("http://127.0.0.1:1"))
        .satisfies(run -> assertThat(run.code()).isZero())
        .satisfies(run -> assertThat(run.out() + run.err()).isEmpty());
  }

  private CommandRun complete(String server) {
    return CommandRun.of("completion", "models", "--home", folder.toString(), "--ollama", server);
  }

  private List<String> bash(String line) throws Exception {
    var file = file("switchyard.bash", "bash");
    var script =
        """
        source "$1"
        COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=()
        # As readline breaks a line into words.
        rest=${COMP_LINE//:/ : }
        rest=${rest//=/ = }
        for word in $rest; do COMP_WORDS+=("$word"); done
        case $COMP_LINE in *[[:space:]]) COMP_WORDS+=('') ;; esac
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _switchyard
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    return run("bash", "--norc", "-c", script, "bash", file.toString(), line);
  }

  private List<String> zsh(Path driver, String line) throws Exception {
    return run("zsh", "-f", driver.toString(), line);
  }

  private Path file(String name, String shell) throws IOException {
    var made = CommandRun.of("completion", shell, "--home", folder.toString());
    assertThat(made.code()).isZero();
    return Files.writeString(folder.resolve(name), made.out());
  }

  private List<String> run(String... command) throws IOException, InterruptedException {
    assumeTrue(isInstalled(command[0]), command[0] + " is not installed");
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    builder
        .environment()
        .merge("PATH", "", (path, _) -> folder.resolve("bin") + File.pathSeparator + path);
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
