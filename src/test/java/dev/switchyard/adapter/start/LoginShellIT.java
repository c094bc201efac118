package dev.switchyard.adapter.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.start.LoginShell;
import dev.switchyard.real.RealPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The shells that are installed here, each with start-up files that print, that ask, and that set
/// a variable of their own.
class LoginShellIT {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bash | .profile | .bashrc .profile",
        "zsh | .zlogin .zprofile .zshenv .zshrc | .zlogin .zprofile .zshenv .zshrc",
        "dash | .profile | .profile",
        "fish | .config/fish/conf.d/a.fish .config/fish/config.fish"
            + " | .config/fish/conf.d/a.fish .config/fish/config.fish",
        "ksh | .kshrc .profile | .kshrc .profile",
        "mksh | .mkshrc .profile | .mkshrc .profile",
        "tcsh | .tcshrc | .tcshrc",
      })
  void saysWhatItsStartUpFilesSet(String shell, String login, String terminal) throws IOException {
    var program = program(shell);
    write(".profile .bashrc .zshenv .zprofile .zshrc .zlogin .kshrc .mkshrc", "export %s='%s'");
    write(".config/fish/config.fish .config/fish/conf.d/a.fish", "set -gx %s '%s'");
    write(".tcshrc", "setenv %s '%s'");

    var answer = ask(program);

    assertThat(answer).isInstanceOf(Known.Value.class);
    var variables = answer.toOptional().orElseThrow();
    assertThat(set(variables.login())).isEqualTo(login);
    assertThat(set(variables.terminal())).isEqualTo(terminal);
    assertThat(variables.terminal()).containsEntry("FROM_OUTSIDE", "1").containsKey("PATH");
  }

  /// It waits for a person who is not there, or for ever: neither takes longer than the limit, and
  /// nothing stays behind.
  @ParameterizedTest
  @ValueSource(strings = {"read answer", "sleep 600", "sleep 600 & wait", "cat"})
  void aStartUpFileThatWaitsHoldsNobodyUp(String line) throws IOException {
    // Told from any other on this machine by its number.
    var number = "600." + ProcessHandle.current().pid();
    Files.writeString(home.resolve(".profile"), line.replace("600", number));

    var answer = ask(program("dash"));

    boolean endsByItself = line.startsWith("read") || line.equals("cat");
    assertThat(answer.toOptional().isPresent()).isEqualTo(endsByItself);
    // What was killed may take a moment to be gone.
    assertThat(
            ProcessHandle.allProcesses()
                .filter(one ->
                    one.info().commandLine().filter(text -> text.contains(number)).isPresent()))
        .allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(Duration.ofSeconds(10)));
  }

  @Test
  void aStartUpFileThatBecomesAnotherProgramIsNamed() throws IOException {
    Files.writeString(home.resolve(".profile"), "exec true");

    var dash = program("dash");

    assertThat(ask(dash))
        .isEqualTo(Known.unknown(Message.of("route.start.shell-silent", dash.toString(), "0")));
  }

  @Test
  void aStartUpFileCanTellThatItIsAsked() throws IOException {
    Files.writeString(
        home.resolve(".profile"), "[ -n \"$SWITCHYARD_RESOLVING_ENVIRONMENT\" ] || exec true\n");

    assertThat(ask(program("dash"))).isInstanceOf(Known.Value.class);
  }

  private Known<LoginShell.Variables> ask(Path program) {
    var environment = new HashMap<String, String>();
    environment.put("HOME", home.toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("FROM_OUTSIDE", "1");
    var surroundings = new Surroundings(OperatingSystem.LINUX, environment, home);
    var processes = new Processes(environment, OperatingSystem.LINUX);
    return new ShellAnswers(processes, surroundings).ask(new LoginShell(program));
  }

  private static Path program(String shell) {
    assumeTrue(
        OperatingSystem.parse(System.getProperty("os.name")) == OperatingSystem.LINUX,
        "SKIPPED: the shells are asked as on Linux");
    RealPrograms.requireOnPath(shell);
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, shell))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  /// Each file greets, and sets a variable that holds its own name.
  private void write(String names, String form) throws IOException {
    for (var name : names.split(" ")) {
      var file = home.resolve(name);
      Files.createDirectories(file.getParent());
      var variable = "SWITCHYARD_IT_" + name.replaceAll("[^A-Za-z]", "_");
      Files.writeString(file, "echo 'A=1 hello'\n" + form.formatted(variable, name) + "\n");
    }
  }

  private static String set(Map<String, String> variables) {
    var names = new TreeSet<String>();
    variables.forEach((name, value) ->
        Optional.of(value).filter(_ -> name.startsWith("SWITCHYARD_IT_")).ifPresent(names::add));
    return String.join(" ", names);
  }
}
