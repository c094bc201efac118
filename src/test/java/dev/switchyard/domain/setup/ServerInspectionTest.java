package dev.switchyard.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerInspectionTest {
  private static final EndpointUrl NOBODY = EndpointUrl.parse("127.0.0.1:1").orElseThrow();

  @Test
  void aServerThatAnswersIsRunningWhateverIsInstalled() throws Exception {
    try (var simulated = SimulatedOllama.start(Setup.instant())) {
      assertThat(inspect(simulated.url(), absent()))
          .isEqualTo(
              new ServerState.Running(simulated.url(), Version.parse("0.33.0").orElseThrow()));
    }
  }

  @Test
  void silenceIsStoppedOrMissingByWhetherTheProgramIsHere() {
    assertThat(inspect(NOBODY, present()))
        .isInstanceOfSatisfying(
            ServerState.Stopped.class, stopped -> assertThat(stopped.startable()).isTrue());
    assertThat(inspect(NOBODY, absent())).isInstanceOf(ServerState.Missing.class);
  }

  @Test
  void aServerOnAnotherMachineIsNeverMissing() {
    var elsewhere = EndpointUrl.parse("host.invalid:11434").orElseThrow();

    assertThat(inspect(elsewhere, absent()))
        .isInstanceOfSatisfying(
            ServerState.Stopped.class, stopped -> assertThat(stopped.startable()).isFalse());
  }

  private static ServerState inspect(EndpointUrl url, Known<Program> ollama) {
    try (var server = new OllamaServer(url)) {
      return new ServerInspection(server, programs(ollama)).inspect();
    }
  }

  private static Known<Program> present() {
    return Known.of(
        new Program(Path.of("/bin/ollama"), Known.of(Version.of(0, 32, 15)), true, List.of()));
  }

  private static Known<Program> absent() {
    return Known.unknown(Message.of("programs.ollama-missing"));
  }

  private static Programs programs(Known<Program> ollama) {
    return new Programs() {
      @Override
      public Known<Program> claude() {
        throw new AssertionError("nobody asked for Claude Code");
      }

      @Override
      public Known<Program> ollama() {
        return ollama;
      }
    };
  }
}
