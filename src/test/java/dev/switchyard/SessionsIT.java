package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.cli.StartOptions;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.ProjectRoutes;
import dev.switchyard.real.ClaudeTerminal;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealClaude;
import dev.switchyard.real.TlsIdentity;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What Switchyard says of a running session, against where the real one sends its next message.
class SessionsIT {
  /// A session notices a moment later that its settings have changed.
  private static final int MOST_MESSAGES = 20;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path temporary;
  private Home home;
  private Path project;
  private Path settings;

  @BeforeEach
  void aTrustedProject() throws Exception {
    RealClaude.require();
    var real = temporary.toRealPath();
    home = Home.below(Files.createDirectory(real.resolve("home")));
    project = Files.createDirectories(real.resolve("project/.claude")).getParent();
    settings = project.resolve(".claude/settings.json");
    Files.writeString(
        home.claudeData(),
        """
        {"hasCompletedOnboarding":true,"theme":"dark",
         "projects":{"%s":{"hasTrustDialogAccepted":true}}}
        """
            .formatted(project));
  }

  @Test
  @Timeout(300)
  void aRunningSessionDoesWhatIsSaidOfIt() throws Exception {
    var identity = TlsIdentity.make(temporary);
    try (var one = CloudStandIn.start(identity, InetAddress.getLoopbackAddress());
        var two = CloudStandIn.start(identity, InetAddress.getLoopbackAddress())) {
      Files.writeString(settings, route(one, "m1"));
      try (var terminal = ClaudeTerminal.open(environment(one), project)) {
        sayUntilItArrives(terminal, one);
        assertThat(said().path("state").asString("")).isEqualTo("current");
        assertThat(factsOf(said())).isEqualTo(factsOf(route())).isEqualTo(factsOfTheScreen());

        Files.writeString(settings, route(two, "m2"));
        assertThat(said().path("restart").asString("")).contains("claude --resume ");
        sayUntilItArrives(terminal, two);
        assertThat(two.messages())
            .as("the address counts from the next message on, the model does not")
            .allSatisfy(request -> assertThat(request.body()).contains("\"model\":\"m1\""));

        Files.delete(settings);
        two.clear();
        sayUntilItArrives(terminal, two);
      }
      assertThat(sessions()).isEmpty();
    }
  }

  private Map<String, String> environment(CloudStandIn cloud) {
    var environment = new HashMap<>(RealClaude.environment(home.directory(), cloud));
    environment.put("TERM", "xterm-256color");
    environment.put("NO_PROXY", "localhost,127.0.0.1");
    return environment;
  }

  private void sayUntilItArrives(ClaudeTerminal terminal, CloudStandIn there) throws Exception {
    boolean arrived = false;
    for (int i = 0; i < MOST_MESSAGES && !arrived; i++) {
      terminal.say("hello");
      arrived = there.awaitMessage(Duration.ofSeconds(3));
    }
    assertThat(arrived || there.awaitMessage(LIMIT)).isTrue();
  }

  private JsonNode route() {
    var folder = home.directory().toString();
    return CommandRun.of("route", project.toString(), "--json", "--home", folder).json();
  }

  private static List<String> factsOf(JsonNode answer) {
    return Stream.of("destination", "baseUrl", "model")
        .map(name -> answer.path(name).asString(""))
        .toList();
  }

  /// What the rows of the Projects screen are made from.
  private List<String> factsOfTheScreen() throws PortException {
    var options = StartOptions.parse(List.of("--home", home.directory().toString()));
    try (var wiring = new Wiring(options)) {
      var routing = wiring.routing();
      var rows = new ProjectRoutes(routing.projects(), wiring.routes(), wiring.switchRoute());
      var route = rows.of(List.of(routing.projects().project(project))).getFirst().route();
      return route.toOptional().stream()
          .flatMap(found ->
              Stream.of(found.destination().wireName(), found.baseUrl(), found.model().orElse("")))
          .toList();
    }
  }

  private JsonNode said() {
    assertThat(sessions()).hasSize(1);
    return sessions().get(0);
  }

  private JsonNode sessions() {
    return CommandRun.of("sessions", "--json", "--home", home.directory().toString())
        .json()
        .path("sessions");
  }

  private static String route(CloudStandIn server, String model) {
    return """
    {"env":{"ANTHROPIC_BASE_URL":"%s","ANTHROPIC_AUTH_TOKEN":"ollama","ANTHROPIC_API_KEY":"",\
    "ANTHROPIC_MODEL":"%s","CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC":"1",\
    "CLAUDE_CODE_DISABLE_TERMINAL_TITLE":"1"}}\
    """
        .formatted(server.url(), model);
  }
}
