package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.real.RealOllama;
import dev.switchyard.real.RealPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Ollama, started and stopped as the panel does.
class OllamaProcessIT {
  @TempDir Path temp;
  private Map<String, String> environment;
  private Home home;
  private EndpointUrl url;

  @BeforeEach
  void program() throws IOException {
    var ollama = RealPrograms.require("ollama-" + RealOllama.VERSION + "/bin/ollama");
    home = Home.below(temp);
    environment =
        Map.of(
            "PATH",
            ollama.getParent() + ":/usr/bin:/bin",
            "HOME",
            temp.toString(),
            "OLLAMA_NO_CLOUD",
            "1",
            "HTTPS_PROXY",
            "http://127.0.0.1:9");
    url = EndpointUrl.parse("http://127.0.0.1:" + freePort()).orElseThrow();
  }

  @Test
  void runsOnAfterThePanelAndIsStoppedByALaterOne() throws Exception {
    assertThat(programs().ollama().toOptional().orElseThrow().version().toOptional())
        .hasValueSatisfying(version -> assertThat(version).hasToString(RealOllama.VERSION));

    panel().start(url, Cancellation.NEVER);
    try {
      assertThat(answers(url)).isTrue();
      assertThat(panel().startedByUs()).isTrue();
    } finally {
      panel().stop();
    }

    assertThat(answers(url)).isFalse();
    assertThat(panel().startedByUs()).isFalse();
  }

  @Test
  void aPortThatIsTakenIsNamedInItsOwnWords() throws Exception {
    try (var taken = new ServerSocket(url.uri().getPort(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();

      assertThatThrownBy(() ->
              new OllamaProcess(
                      processes(), programs(), home, _ -> false, temp.resolve("no.service"))
                  .start(url, Cancellation.NEVER))
          .isInstanceOfSatisfying(
              PortException.class,
              e -> assertThat(e.text().toString()).contains("address already in use"));
    }
  }

  private OllamaProcess panel() {
    return new OllamaProcess(
        processes(), programs(), home, OllamaProcessIT::answers, temp.resolve("no.service"));
  }

  private Processes processes() {
    return new Processes(environment, OperatingSystem.LINUX);
  }

  private InstalledPrograms programs() {
    return new InstalledPrograms(
        processes(),
        new Surroundings(OperatingSystem.LINUX, environment, temp),
        home,
        Clock.systemUTC());
  }

  private static boolean answers(EndpointUrl url) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.uri().getHost(), url.uri().getPort()), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
