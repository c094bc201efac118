package dev.switchyard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.ServerProcess;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.model.CurrentServer;
import dev.switchyard.domain.setup.ServerInspection;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.fake.ImmediateTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerViewModelTest {
  private static final EndpointUrl NOBODY = EndpointUrl.parse("127.0.0.1:1").orElseThrow();

  private final ImmediateTasks tasks = new ImmediateTasks();
  private final NoticesViewModel notices = new NoticesViewModel();
  private final CurrentServer server = new CurrentServer(new OllamaServer(NOBODY));
  private final Machine machine = new Machine();
  private final ServerViewModel model =
      new ServerViewModel(
          tasks, server, new ServerInspection(server, new Installed()), machine, notices);

  @AfterEach
  void stop() {
    machine.kill();
  }

  @Test
  void nothingIsAskedWhileTheWindowIsHidden() {
    assertThat(model.stateProperty().get()).isEmpty();
    model.setPaused(false);
    assertThat(model.stateProperty().get()).containsInstanceOf(ServerState.Stopped.class);
    assertThat(model.isRunning()).isFalse();
  }

  @Test
  void aStartedServerIsSeenAtOnceAndCanBeStopped() {
    model.setPaused(false);

    model.start();
    assertThat(model.isRunning()).isTrue();
    assertThat(model.startedByUsProperty().get()).isTrue();

    model.stop();
    assertThat(model.isRunning()).isFalse();
    assertThat(model.startedByUsProperty().get()).isFalse();
  }

  @Test
  void whileOthersAskTheServerALossIsLookedAtAsSoonAsTheyHearNothing() {
    model.setFollowed(true);
    model.setPaused(false);
    model.start();

    // Switched off without a word.
    machine.kill();
    model.heard(true);
    assertThat(model.isRunning()).as("as far as anybody has heard").isTrue();
    model.heard(false);
    assertThat(model.isRunning()).isFalse();
  }

  @Test
  void aServerThatDoesNotRunIsAskedOftenAlsoWhileOthersAsk() {
    model.setFollowed(true);
    model.setPaused(false);
    var asked = tasks.pollsRunning();

    model.setFollowed(false);

    assertThat(asked).isEqualTo(1).isEqualTo(tasks.pollsRunning());
  }

  @Test
  void whileItStartsTheButtonIsBusy() {
    model.setPaused(false);
    tasks.hold();

    model.start();

    assertThat(model.busyProperty().get()).isTrue();
    tasks.release();
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void aStartThatFailsIsANoticeAndTheButtonComesBack() {
    model.setPaused(false);
    machine.refuses = true;

    model.start();

    assertThat(model.busyProperty().get()).isFalse();
    assertThat(notices.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.text().key()).isEqualTo("ollama.start.service"));
  }

  @Test
  void whoDoesNotWantToWaitForTheServerIsNotToldOfAFailure() {
    model.setPaused(false);
    tasks.hold();
    model.start();

    model.cancel();
    tasks.release();

    assertThat(model.busyProperty().get()).isFalse();
    assertThat(notices.notices()).isEmpty();
  }

  /// Starts the simulated server in place of a program.
  private final class Machine implements ServerProcess {
    private Optional<SimulatedOllama> running = Optional.empty();
    private boolean refuses;

    @Override
    public boolean startedByUs() {
      return running.isPresent();
    }

    @Override
    public void start(EndpointUrl url, Cancellation cancellation) throws PortException {
      if (cancellation.requested()) {
        throw new PortException(PortException.Kind.CANCELLED, Message.of("ollama.start.service"));
      }
      if (refuses) {
        throw new PortException(PortException.Kind.REFUSED, Message.of("ollama.start.service"));
      }
      try {
        var simulated = SimulatedOllama.start(Setup.instant());
        running = Optional.of(simulated);
        server.change(new OllamaServer(simulated.url()));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void stop() {
      kill();
    }

    private void kill() {
      running.ifPresent(SimulatedOllama::close);
      running = Optional.empty();
    }
  }

  private static final class Installed implements Programs {
    @Override
    public Known<Program> claude() {
      throw new AssertionError("not asked for");
    }

    @Override
    public Known<Program> ollama() {
      return Known.of(
          new Program(Path.of("/bin/ollama"), Known.of(Version.of(0, 32, 15)), true, List.of()));
    }
  }
}
