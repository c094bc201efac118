package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullCommandTest {
  @TempDir Path home;
  private SimulatedOllama server;

  @BeforeEach
  void start() throws IOException {
    // Small, so that the disk of whoever runs the tests has room for it.
    server = SimulatedOllama.start(Setup.instant());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void pullsWithProgressBesideTheAnswer() {
    var run = pull("nomic-embed-text");

    assertThat(run.code()).isZero();
    assertThat(run.json().get("state").asString()).isEqualTo("pulled");
    assertThat(run.json().get("bytes").asLong()).isGreaterThan(274_000_000L);
    assertThat(run.json().get("readyForClaudeCode").asBoolean()).isFalse();
    assertThat(run.err()).contains("nomic-embed-text: ", " of ");
  }

  @Test
  void aNameThatIsNoneOrThatNobodyHasIsWrongUsage() {
    assertThat(pull("bad name!").code()).isEqualTo(2);

    var unknown = pull("no-such-model:9b");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.json().get("error").asString()).contains("ollama.com/library");
  }

  @Test
  void anErrorInMidStreamIsAFailure() {
    server.faults().add(new Fault.StreamError("/api/pull", 2, "no space left on device"));
    assertThat(pull("codellama:7b").code()).isEqualTo(4);

    server.faults().add(new Fault.HangUp("/api/pull", 2));
    assertThat(pull("codellama:7b").code()).isEqualTo(1);
  }

  @Test
  void aServerThatIsAwayCannotPull() {
    server.close();
    assertThat(pull("codellama:7b").code()).isEqualTo(3);
  }

  private CommandRun pull(String name) {
    return CommandRun.of(
        "pull", name, "--json", "--home", home.toString(), "--ollama", server.url().toString());
  }
}
