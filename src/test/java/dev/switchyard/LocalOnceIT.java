package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One session on a local server from a project that is routed elsewhere, with the real Claude
/// Code: the line that is copied, run by a real shell.
class LocalOnceIT {
  private static final String CLAUDE_VERSION = RealPrograms.version("CLAUDE_VERSION", "2.1.330");

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private CloudStandIn standIn;
  private Path home;
  private Path project;

  @BeforeEach
  void machine() throws Exception {
    var claude = RealPrograms.require("claude-" + CLAUDE_VERSION + "/node_modules/.bin/claude");
    standIn = CloudStandIn.start(temp);
    home = Files.createDirectory(temp.resolve("home"));
    project = Files.createDirectory(temp.toRealPath().resolve("it's a project"));
    environment.putAll(standIn.environment());
    environment.put("PATH", claude.getParent() + ":/usr/bin:/bin");
    environment.put("HOME", home.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("DISABLE_AUTOUPDATER", "1");
    environment.put("CLAUDE_CODE_MAX_RETRIES", "0");
    environment.put("NO_PROXY", "127.0.0.1");
  }

  @AfterEach
  void close() throws IOException {
    if (standIn != null) {
      standIn.close();
    }
  }

  @Test
  void everythingGoesToTheLocalServerAndNothingOfThePersonsDoes() throws Exception {
    Files.createDirectory(home.resolve(".claude"));
    Files.writeString(
        home.resolve(".claude/settings.json"),
        """
        {"model":"opus","env":{"ANTHROPIC_BASE_URL":"http://127.0.0.1:9","ANTHROPIC_API_KEY":"sk-ant-made-up-1",
         "ANTHROPIC_CUSTOM_HEADERS":"X-Key: made-up-2"},"apiKeyHelper":"echo sk-ant-made-up-3"}
        """);
    environment.put("ANTHROPIC_API_KEY", "sk-ant-made-up-4");
    environment.put("ANTHROPIC_MODEL", "claude-opus-5-5");
    environment.put("CLAUDE_CODE_USE_BEDROCK", "1");
    environment.put("CLAUDE_CODE_USE_ANTHROPIC_AWS", "1");

    var outcome = runOnce("--slim", "light");

    assertThat(outcome.exitCode()).as(outcome.output() + outcome.errors()).isZero();
    assertThat(standIn.messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.host()).isEqualTo(CloudStandIn.DIRECT);
          assertThat(request.body()).contains("\"model\":\"gemma4-claude\"");
          assertThat(request.headers().toString() + request.body()).doesNotContain("made-up");
        });
    assertThat(project.resolve(".claude")).doesNotExist();
  }

  @Test
  void aProjectThatIsKeptInTheCloudIsLeftForOneSession() throws Exception {
    Files.createDirectory(project.resolve(".claude"));
    var settings = project.resolve(".claude/settings.json");
    var own = "{\"model\":\"sonnet\",\"env\":{\"ANTHROPIC_BASE_URL\":\"\"}}";
    Files.writeString(settings, own);

    var outcome = runOnce();

    assertThat(outcome.exitCode()).as(outcome.output() + outcome.errors()).isZero();
    assertThat(standIn.messages())
        .isNotEmpty()
        .allSatisfy(request -> assertThat(request.host()).isEqualTo(CloudStandIn.DIRECT));
    assertThat(settings).hasContent(own);
  }

  private Outcome runOnce(String... options) throws Exception {
    var words =
        new ArrayList<>(
            List.of(
                "--home",
                home.toString(),
                "--ollama",
                standIn.url(),
                "launch",
                project.toString(),
                "--local-once",
                "gemma4-claude",
                "--context",
                "64K",
                "--print",
                "--shell",
                "bash"));
    words.addAll(List.of(options));
    words.addAll(List.of("--", "-p", "hello"));
    var run = CommandRun.of(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("made-up").contains("--settings");
    return new Processes(environment, OperatingSystem.LINUX)
        .run(Command.of("sh", "-c", run.out()).within(Duration.ofMinutes(2)));
  }
}
