package dev.switchyard;

import static dev.switchyard.PersonsMachine.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One task in the cloud from a project that is routed to a local server, with the real Claude
/// Code: the line that is copied, run by a real shell.
class CloudOnceIT {
  /// Nobody listens there: a request that went to the local server would fail.
  private static final String LOCAL_SERVER = "http://127.0.0.1:9";

  @TempDir Path temp;
  private PersonsMachine machine;

  @BeforeEach
  void routedProject() throws Exception {
    machine = PersonsMachine.start(temp, "it's a project");
    var project = machine.project().toString();
    machine.command(LOCAL_SERVER, "route", "local", project, "--model", MODEL);
  }

  @AfterEach
  void close() throws Exception {
    if (machine != null) {
      machine.close();
    }
  }

  @Test
  void thePersonsKeyReachesTheCloudAndTheLocalRouteReachesNothing() throws Exception {
    machine.environment().put("ANTHROPIC_API_KEY", "sk-ant-made-up");

    var outcome = runOnce();

    assertThat(outcome.output()).as(outcome.errors()).contains("from the cloud");
    assertThat(machine.cloud().messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.host()).isEqualTo("api.anthropic.com");
          assertThat(request.header("x-api-key")).contains("sk-ant-made-up");
          assertThat(request.body()).contains("sonnet").doesNotContain(MODEL);
        });
  }

  @Test
  void aStoredLoginIsUsedWhereThereIsNoKey() throws Exception {
    machine.logIn("sk-ant-oat01-made-up");

    var outcome = runOnce();

    assertThat(outcome.output()).as(outcome.errors()).contains("from the cloud");
    assertThat(machine.cloud().messages())
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.header("authorization")).contains("Bearer sk-ant-oat01-made-up");
          assertThat(request.body()).doesNotContain(MODEL);
        });
  }

  /// Why there is a button for it: what the guide says stays with the local server.
  @Test
  void theGuidesOwnFormDoesNotReachTheCloud() throws Exception {
    var outcome =
        machine.shell(
            "ANTHROPIC_BASE_URL=\"\" ANTHROPIC_API_KEY=sk-ant-made-up claude --model"
                + " claude-sonnet-4-6 -p hello");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(machine.cloud().messages()).isEmpty();
  }

  private Outcome runOnce() throws Exception {
    var line = machine.cloudOnceLine("Say hello");
    assertThat(line).doesNotContain("made-up");
    return machine.shell(line);
  }
}
