package dev.switchyard.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.launch.SessionOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionProgramTest {
  @ParameterizedTest
  @CsvSource({
    "/home/ada/.local/share/claude/versions/2.1.330, claude",
    "/usr/lib/node_modules/@anthropic-ai/claude-code/bin/claude.exe, claude --model m",
    "/usr/lib/node_modules/@anthropic-ai/claude-code/bin/claude.exe, /usr/bin/claude -p hello",
    "C:\\Users\\ada\\.local\\bin\\claude.exe, C:\\Users\\ada\\.local\\bin\\claude.exe -c",
    "/usr/bin/node, node /usr/lib/node_modules/@anthropic-ai/claude-code/cli.js --resume x",
    "/usr/bin/node, node /usr/local/bin/claude",
    "/usr/bin/node, claude",
    "/opt/claude, claude fix the doctor",
  })
  void knowsASession(String file, String line) {
    assertThat(SessionProgram.isSession(file, List.of(line.split(" ", -1)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/usr/bin/node, node server.js",
    "/usr/bin/node, node /usr/lib/node_modules/@anthropic-ai/claude-code/cli-wrapper.cjs",
    "/usr/bin/vim, vim claude",
    "/opt/claude, claude mcp serve",
    "/opt/claude, claude --version",
    "/opt/claude, rg --files",
    "C:\\Users\\ada\\AppData\\Local\\AnthropicClaude\\claude.exe, claude.exe",
    "/Applications/Claude.app/Contents/MacOS/Claude, Claude",
  })
  void knowsWhatIsNone(String file, String line) {
    assertThat(SessionProgram.isSession(file, List.of(line.split(" ", -1)))).isFalse();
  }

  @Test
  void takesTheProgramAndTheScriptOffTheArguments() {
    assertThat(SessionProgram.arguments("/opt/claude", List.of("claude", "-c")))
        .containsExactly("-c");
    assertThat(SessionProgram.arguments("/usr/bin/node", List.of("node", "/usr/bin/claude", "-c")))
        .containsExactly("-c");
  }

  @Test
  void readsOptionsAsTheProgramDoes() {
    var options =
        SessionOptions.parse(
            List.of("--model", "a", "--model=b", "--settings", "{}", "--resume=x", "--print"));

    assertThat(options.model()).contains("b");
    assertThat(options.hasInlineSettings()).isTrue();
    assertThat(options.resumes()).isTrue();
    assertThat(options.prints()).isTrue();
    assertThat(SessionOptions.parse(List.of("--model")).model()).isEmpty();
  }
}
