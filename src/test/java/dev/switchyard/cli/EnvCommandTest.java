package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvCommandTest {
  /// Nobody listens there: the lines do not depend on a server.
  private static final String SERVER = "http://127.0.0.1:9";

  @TempDir Path home;

  @Test
  void withoutAModelItPrintsTheGuidesThreeVariables() {
    var run = env("--shell", "bash");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "export ANTHROPIC_BASE_URL=http://127.0.0.1:9",
            "export ANTHROPIC_AUTH_TOKEN=ollama",
            "export ANTHROPIC_API_KEY=");
  }

  @Test
  void withAModelItPrintsTheWholeRoute() {
    var run = env("--shell", "fish", "--model", "gemma4-claude", "--context", "128K");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .allMatch(line -> line.startsWith("set -gx "))
        .contains(
            "set -gx ANTHROPIC_API_KEY ''",
            "set -gx ANTHROPIC_MODEL gemma4-claude",
            "set -gx ANTHROPIC_DEFAULT_FABLE_MODEL gemma4-claude",
            "set -gx CLAUDE_CODE_MAX_CONTEXT_TOKENS 131072");
  }

  @Test
  void everyShellHasItsOwnForm() {
    assertThat(env("--shell", "powershell").out().lines()).contains("$env:ANTHROPIC_API_KEY = ''");
    assertThat(env("--shell", "cmd").out().lines()).contains("set \"ANTHROPIC_API_KEY=\"");
  }

  @Test
  void anUnknownShellOrNoneIsWrongUsage() {
    assertThat(env("--shell", "tcsh").code()).isEqualTo(2);
    assertThat(env().code()).isEqualTo(2);
  }

  private CommandRun env(String... arguments) {
    var all =
        new ArrayList<>(
            List.of("--home", home.toString(), "--ollama", SERVER, "env", home.toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
