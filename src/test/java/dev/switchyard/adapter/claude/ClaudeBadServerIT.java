package dev.switchyard.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.probe.ClaudeEvent;
import dev.switchyard.domain.probe.HeadlessClaude.Question;
import dev.switchyard.fake.LiveThreads;
import dev.switchyard.fake.Misdeed;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealClaude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The real Claude Code with a server that does it wrong: the run ends within its limit without an
/// answer, and nothing of it is left, neither here nor at the server.
class ClaudeBadServerIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private final List<ClaudeEvent> events = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(
      names = {"NEVER_ANSWERS", "DIES_IN_MID_STREAM", "BREAKS_EVENTS", "FLOODS_WITH_TINY_EVENTS"})
  void aRunEndsWithoutAnAnswer(Misdeed misdeed) throws Exception {
    var program = RealClaude.require();
    var home = Files.createDirectory(folder.resolve("home"));
    var project = Files.createDirectory(folder.resolve("project"));
    try (var cloud = CloudStandIn.start(Files.createDirectory(folder.resolve("cloud")));
        var server = misdeed.start()) {
      var before = LiveThreads.now();
      var environment = RealClaude.environment(home, cloud);
      // The stand-in for the cloud is a proxy for everything else.
      environment.put("NO_PROXY", "127.0.0.1");
      var processes = new Processes(environment, OperatingSystem.LINUX);
      var settings =
          """
          {"model":"agent","env":{"ANTHROPIC_BASE_URL":"%s","ANTHROPIC_AUTH_TOKEN":"ollama"}}\
          """
              .formatted(server.url());
      var question = new Question(program, project, "hello", settings, true, LIMIT);
      try {
        new ClaudeCli(() -> processes, folder.resolve("state"))
            .ask(question, events::add, Cancellation.NEVER);
        assertThat(((ClaudeEvent.Ended) events.getLast()).failure()).as("%s", events).isPresent();
      } catch (PortException e) {
        assertThat(e.kind()).isIn(Kind.TIMEOUT, Kind.FAILED);
      }
      assertThat(server.requests()).isPositive();
      server.assertLeftAlone();
      before.assertNoMore();
      assertThat(folder.resolve("state/proofs")).isEmptyDirectory();
      assertThat(cloud.messages()).isEmpty();
    }
  }
}
