package dev.switchyard.domain.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.OperatingSystem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginShellTest {
  private static final String TELL = "echo MARK; /usr/bin/env -0; echo MARK";

  @ParameterizedTest
  @CsvSource({
    "/usr/bin/zsh, LINUX, -l -i -c",
    "/bin/dash, LINUX, -l -i -c",
    "/usr/bin/fish, MACOS, -l -i -c",
    "/bin/bash, MACOS, -l -i -c",
    "/opt/new/shell, LINUX, -l -i -c",
    "/bin/tcsh, LINUX, -i -c",
    "/bin/csh, MACOS, -i -c",
    "/usr/bin/pwsh, LINUX, -Login -Command",
  })
  void eachShellIsAskedInItsOwnWay(Path program, OperatingSystem system, String options) {
    var question = new LoginShell(program).question("MARK", system);

    assertThat(String.join(" ", question)).isEqualTo(program + " " + options + " " + TELL);
  }

  @Test
  void bashIsAskedAgainAsATerminalOfLinuxStartsIt() {
    var question = new LoginShell(Path.of("/opt/a b/bash")).question("MARK", OperatingSystem.LINUX);

    assertThat(question.getLast()).isEqualTo(TELL + "; exec '/opt/a b/bash' -i -c '" + TELL + "'");
  }

  @Test
  void whatStartUpFilesPrintIsNoVariable() {
    var read = LoginShell.read("Welcome, A=9!\nMARK\nA=1\0B=x=y\0MARK\nBye, A=8\n", "MARK");

    assertThat(read.orElseThrow().login()).isEqualTo(Map.of("A", "1", "B", "x=y"));
    assertThat(read.orElseThrow().terminal()).isEqualTo(read.orElseThrow().login());
  }

  @Test
  void theSecondAnswerIsTheTerminals() {
    var read =
        LoginShell.read("MARK\nA=1\0MARK\nhello from .bashrc\nMARK\nA=1\0B=2\0MARK\n", "MARK");

    assertThat(read.orElseThrow().login()).isEqualTo(Map.of("A", "1"));
    assertThat(read.orElseThrow().terminal()).isEqualTo(Map.of("A", "1", "B", "2"));
  }

  @Test
  void aShellThatNeverComesToTheQuestionSaysNothing() {
    assertThat(LoginShell.read("open terminal failed: not a terminal\n", "MARK")).isEmpty();
    assertThat(LoginShell.read("MARK\nA=1\0", "MARK")).isEmpty();
    assertThat(LoginShell.read("", "MARK")).isEmpty();
  }

  @Test
  void secretsAreNotInItsText() {
    var read = LoginShell.read("MARK\nANTHROPIC_API_KEY=sk-secret\0MARK\n", "MARK");

    assertThat(read.orElseThrow().toString()).contains("ANTHROPIC_API_KEY").doesNotContain("sk-");
  }

  @Test
  void anyValueComesThroughAsItIs() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var variables = new LinkedHashMap<String, String>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        variables.put("N" + random.nextInt(20), value(random));
      }
      var listing =
          variables.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + entry.getValue() + "\0")
              .collect(Collectors.joining());
      var read = LoginShell.read(value(random) + "\nMARK\n" + listing + "MARK\n", "MARK");
      assertThat(read.orElseThrow().login()).as("seed %d", seed).isEqualTo(variables);
    }
  }

  private static String value(Random random) {
    var characters = "ab=;'\"$\\ \n\r\t{}()#é漢\u001b";
    return random
        .ints(random.nextInt(12), 0, characters.length())
        .mapToObj(i -> String.valueOf(characters.charAt(i)))
        .collect(Collectors.joining());
  }
}
