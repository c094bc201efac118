package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.switchyard.domain.route.option.FirstPrompt;
import dev.switchyard.domain.route.option.Level;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.PromptRecorder;
import dev.switchyard.real.RealPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures what the options of a local route do to the first request of a session, with the real
/// Claude Code on a terminal of its own, and compares it with what Switchyard says of them. It
/// prints the table, and keeps the requests in `target/first-prompts` for `.ci/count-tokens`.
class FirstPromptIT {
  private static final String MEASURED_VERSION = "2.1.330";
  private static final String CLAUDE_VERSION =
      RealPrograms.version("CLAUDE_VERSION", MEASURED_VERSION);

  /// Paths of the project and of the home folder stand in a prompt several times.
  private static final int TOLERANCE_BYTES = 600;

  /// For a request that must come, on a machine that does much else.
  private static final Duration ARRIVAL = Duration.ofMinutes(1);

  /// For requests that must not come: where they do, they follow within this.
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final Path KEPT = Path.of("target/first-prompts");

  /// Claude Code asks for a title only where there is something to name.
  private static final String LONG_PROMPT =
      "please refactor the parser of this project into two classes and explain why";

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private CloudStandIn cloud;
  private PromptRecorder recorder;
  private Path home;
  private Path project;

  @BeforeEach
  void machine() throws Exception {
    var claude = RealPrograms.require("claude-" + CLAUDE_VERSION + "/node_modules/.bin/claude");
    RealPrograms.requireOnPath("script");
    RealPrograms.requireOnPath("git");
    cloud = CloudStandIn.start(temp);
    recorder = new PromptRecorder();
    home = Files.createDirectory(temp.resolve("home"));
    project = Files.createDirectory(temp.toRealPath().resolve("project"));
    Files.writeString(
        home.resolve(".claude.json"),
        """
        {"hasCompletedOnboarding":true,"theme":"dark",
         "projects":{"%s":{"hasTrustDialogAccepted":true,"hasCompletedProjectOnboarding":true}}}
        """
            .formatted(project));
    new ProcessBuilder("git", "init", "-q", project.toString()).inheritIO().start().waitFor();
    environment.putAll(cloud.environment());
    environment.put("PATH", claude.getParent() + ":/usr/bin:/bin");
    environment.put("HOME", home.toString());
    environment.put("TERM", "xterm-256color");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("DISABLE_AUTOUPDATER", "1");
    environment.put("CLAUDE_CODE_MAX_RETRIES", "0");
    environment.put("NO_PROXY", "127.0.0.1");
    Files.createDirectories(KEPT);
  }

  @AfterEach
  void close() throws IOException {
    if (recorder != null) {
      recorder.close();
    }
    if (cloud != null) {
      cloud.close();
    }
  }

  @Test
  void theShippedNumbersAreThoseOfThePinnedVersion() throws Exception {
    var table = new LinkedHashMap<String, List<Integer>>();
    for (var option : RouteOption.values()) {
      for (var level : option.levels()) {
        var options = RouteOptions.usual(65_536).with(option, level);
        table.put(
            option.id() + " " + level.name(),
            List.of(FirstPrompt.bytes(options), measured(option, level)));
      }
    }
    print(table);
    if (CLAUDE_VERSION.equals(MEASURED_VERSION)) {
      table.forEach((level, bytes) ->
          assertThat(bytes.getLast())
              .as(level)
              .isCloseTo(bytes.getFirst(), within(TOLERANCE_BYTES)));
    }
  }

  @Test
  void trafficOnAsksForATitleTooAndAsksOtherHosts() throws Exception {
    route("--traffic", "on");
    try (var _ = session(LONG_PROMPT)) {
      // Title and conversation are asked for side by side, other hosts whenever there is time.
      var bodies = recorder.until(FirstPromptIT::hasTitleAndConversation, ARRIVAL);
      var on = RouteOption.TRAFFIC.level("on").orElseThrow();
      assertThat(bodies).map(String::length).hasSize(2);
      assertThat(bodies)
          .filteredOn(body -> !PromptRecorder.isConversation(body))
          .singleElement()
          .satisfies(title ->
              assertThat(size(title)).isCloseTo(on.besideBytes(), within(TOLERANCE_BYTES)));
      assertThat(cloud.awaitRequest(ARRIVAL)).as("asks other hosts").isTrue();
    }

    cloud.clear();
    route("--traffic", "off");
    try (var _ = session(LONG_PROMPT)) {
      assertThat(recorder.untilConversation(ARRIVAL)).map(String::length).hasSize(1);
      assertThat(recorder.until(_ -> true, SILENCE)).map(String::length).isEmpty();
      assertThat(cloud.requests()).map(CloudStandIn.Request::host).isEmpty();
    }
  }

  private static boolean hasTitleAndConversation(List<String> bodies) {
    return bodies.size() > 1 && bodies.stream().anyMatch(PromptRecorder::isConversation);
  }

  @Test
  void thinkingOffIsSentInTheOnlyFormThatAServerObeys() throws Exception {
    route("--thinking", "off");

    assertThat(firstPrompts("hello").getLast()).contains("\"thinking\":{\"type\":\"disabled\"}");
  }

  private int measured(RouteOption option, Level level) throws Exception {
    route("--" + option.id(), level.name());
    var bodies = firstPrompts("hello");
    assertThat(bodies).as(option + " " + level.name()).isNotEmpty();
    Files.writeString(KEPT.resolve(option.id() + "-" + level.name() + ".json"), bodies.getLast());
    return size(bodies.getLast());
  }

  private void route(String... options) {
    var words =
        new ArrayList<>(
            List.of(
                "--home",
                home.toString(),
                "--ollama",
                recorder.url(),
                "route",
                "inherit",
                project.toString()));
    assertThat(CommandRun.of(words.toArray(String[]::new)).code()).isZero();
    words.set(5, "local");
    words.addAll(List.of("--model", "gemma4-claude", "--context", "64K", "--scope", "local"));
    words.addAll(List.of(options));
    var run = CommandRun.of(words.toArray(String[]::new));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private List<String> firstPrompts(String prompt) throws Exception {
    try (var _ = session(prompt)) {
      return recorder.untilConversation(ARRIVAL);
    }
  }

  /// One session. It would go on forever, since it waits for a person.
  private Session session(String prompt) throws Exception {
    var builder = new ProcessBuilder("script", "-qec", "claude '" + prompt + "'", "/dev/null");
    builder.directory(project.toFile()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    recorder.clear();
    return new Session(builder.start());
  }

  private record Session(Process terminal) implements AutoCloseable {
    @Override
    public void close() {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly().onExit().join();
    }
  }

  private static int size(String body) {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void print(Map<String, List<Integer>> table) {
    System.out.printf("First prompt of Claude Code %s, bytes%n", CLAUDE_VERSION);
    System.out.printf("%-18s %8s %9s%n", "option", "shipped", "measured");
    table.forEach((level, bytes) ->
        System.out.printf("%-18s %8d %9d%n", level, bytes.getFirst(), bytes.getLast()));
  }
}
