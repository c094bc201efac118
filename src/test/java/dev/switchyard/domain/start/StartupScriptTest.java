package dev.switchyard.domain.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.start.StartupScript.Sourced;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupScriptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "export URL=http://localhost:1",
        "export URL='http://localhost:1'",
        "  export URL=\"http://localhost:1\"   # mine",
        "URL=http://localhost:1; export URL",
        "export A=2 URL=http://localhost:1 B=3",
        "[ -n \"$PS1\" ] && export URL=http://localhost:1",
        "if true; then export URL=http://localhost:1; fi",
        "declare -gx URL=http://localhost:1",
        "typeset -x URL=http://localhost:1",
        "set -gx URL http://localhost:1",
        "set --global --export URL 'http://localhost:1'",
        "and set -Ux URL http://localhost:1",
        "setenv URL http://localhost:1",
        "$env:URL = 'http://localhost:1'",
        "SETUVAR --export URL:http://localhost:1",
        "URL=http://localhost:1",
        "function f { export URL=http://localhost:1; }",
      })
  void anAssignmentIsSeenInEveryForm(String line) {
    var script = StartupScript.parse("# URL=http://localhost:1\n\n" + line + "\n");

    assertThat(script.lineOf("URL", "http://localhost:1")).as(line).contains(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# export URL=x",
        "echo URL=x",
        "export MYURL=x",
        "export URLS=x",
        "unset URL",
        "env URL=x command",
        "echo \"export URL\"",
        "",
      })
  void whatIsNoAssignmentIsNotTaken(String line) {
    assertThat(StartupScript.parse(line).lineOf("URL", "x")).as(line).isEmpty();
  }

  @Test
  void theLastLineThatSaysExactlyThisIsMeant() {
    var script = StartupScript.parse("export A=1\nexport A=2\nexport A=1\nexport A=$B\n");

    assertThat(script.lineOf("A", "1")).contains(3);
    assertThat(script.lineOf("A", "2")).contains(2);
    assertThat(script.lineOf("A", "other")).contains(4);
    assertThat(script.lineOf("B", "1")).isEmpty();
  }

  @Test
  void aLongLineIsReadAsAShortOne() {
    var script = StartupScript.parse("export " + "A=1 ".repeat(25_000) + "B=2\n");

    assertThat(script.assignments()).hasSize(25_001);
    assertThat(script.lineOf("B", "2")).contains(1);
  }

  @Test
  void aLineThatSaysSomethingElseIsNotNamed() {
    assertThat(StartupScript.parse("export A=1\n").lineOf("A", "2")).isEmpty();
  }

  @Test
  void filesThatAreReadInTurnAreNamed() {
    var script = StartupScript.parse("[ -f ~/.a ] && . ~/.a\nsource \"$HOME/b c\"\n# . ~/.no\n");

    assertThat(script.sourced())
        .containsExactly(new Sourced("~/.a", 1), new Sourced("$HOME/b c", 2));
  }

  @Test
  void secretsAreNotInItsText() {
    assertThat(StartupScript.parse("export KEY=sk-secret").toString()).doesNotContain("sk-");
  }

  @Test
  void noTextBreaksIt() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var pieces =
        new String[] {
          "export ", "A=1", "\"", "'", "$", "\n", "\r\n", ";", "set -x ", "{", "(", "&", "|", "\\",
          "# ", "é", "\0"
        };
    for (int round = 0; round < 500; round++) {
      var text =
          random
              .ints(random.nextInt(40), 0, pieces.length)
              .mapToObj(i -> pieces[i])
              .collect(Collectors.joining());
      var script = StartupScript.parse(text);
      assertThat(script.assignments())
          .as("seed %d: %s", seed, text)
          .allSatisfy(found ->
              assertThat(found.line())
                  .isBetween(1, (int) text.chars().filter(c -> c == '\n').count() + 1));
    }
  }
}
