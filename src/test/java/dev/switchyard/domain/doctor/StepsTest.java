package dev.switchyard.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.doctor.TreatmentFile;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.ServerProcess;
import dev.switchyard.domain.model.FreeSpace;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import dev.switchyard.domain.project.AddedLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keeps a model in memory, and what is kept of steps for their undo.
class StepsTest {
  private static final ModelName MODEL = ModelName.of("gemma4");

  @TempDir Path temporary;
  private SimulatedOllama simulated;
  private OllamaServer server;

  @BeforeEach
  void start() throws IOException {
    simulated = SimulatedOllama.start(Setup.instant());
    server = new OllamaServer(simulated.url());
  }

  @AfterEach
  void end() {
    server.close();
    simulated.close();
  }

  @Test
  void aModelIsKeptAndLeavesAgain() throws PortException {
    server.unload(MODEL);
    var keep = new KeepModel(_ -> server);

    var done = keep.keep(new Step.KeepLoaded(server.url(), MODEL), Cancellation.NEVER);
    assertThat(stays()).hasValueSatisfying(time -> assertThat(time).isGreaterThan(days(1_000)));

    keep.undo(done);
    assertThat(stays()).isEmpty();
  }

  @Test
  void aModelThatWasInMemoryIsThereForTheUsualTimeAfterwards() throws PortException {
    server.load(MODEL, KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    var keep = new KeepModel(_ -> server);

    keep.undo(keep.keep(new Step.KeepLoaded(server.url(), MODEL), Cancellation.NEVER));

    assertThat(stays()).hasValueSatisfying(time -> assertThat(time).isLessThan(days(1)));
  }

  @Test
  void theServerIsStartedAndStoppedAgain() throws PortException {
    var running = new ArrayList<EndpointUrl>();
    var process =
        new ServerProcess() {
          @Override
          public boolean startedByUs() {
            return !running.isEmpty();
          }

          @Override
          public void start(EndpointUrl url, Cancellation cancellation) {
            running.add(url);
          }

          @Override
          public void stop() {
            running.clear();
          }
        };
    var steps = steps(process);

    var done = steps.apply(new Step.StartServer(EndpointUrl.DEFAULT), _ -> {}, Cancellation.NEVER);
    assertThat(running).containsExactly(EndpointUrl.DEFAULT);

    steps.undo(done.orElseThrow(), _ -> {});
    assertThat(running).isEmpty();
  }

  @Test
  void aModelIsLoadedAgainAndNothingIsToUndo() throws PortException {
    server.load(MODEL, KeepAlive.FOREVER, Cancellation.NEVER);
    var steps = steps(null);

    var done = steps.apply(new Step.Reload(server.url(), MODEL), _ -> {}, Cancellation.NEVER);
    assertThat(stays()).hasValueSatisfying(time -> assertThat(time).isLessThan(days(1)));

    assertThat(steps.undo(done.orElseThrow(), _ -> {})).isEmpty();
    assertThat(stays()).isPresent();
  }

  @Test
  void aSecondNameComesAndGoes() throws PortException {
    var copied = ModelName.of("copied");
    var steps = steps(null);

    var done = steps.apply(new Step.Copy(server.url(), MODEL, copied), _ -> {}, Cancellation.NEVER);
    assertThat(server.installed()).anyMatch(model -> model.name().equals(copied));

    steps.undo(done.orElseThrow(), _ -> {});
    assertThat(server.installed()).noneMatch(model -> model.name().equals(copied));
  }

  @Test
  void whatIsGoneAlreadyCountsAsTakenBack() throws PortException {
    var gone = ModelName.of("gone");

    assertThat(steps(null).undo(new Done.Copied(server.url(), gone), _ -> {})).isEmpty();
    assertThat(steps(null).undo(new Done.Pulled(server.url(), gone), _ -> {})).isEmpty();
  }

  @Test
  void aModelThatWasThereIsNotTakenAwayWithThePull() throws PortException {
    var done = steps(null).apply(new Step.Pull(server.url(), MODEL), _ -> {}, Cancellation.NEVER);

    assertThat(done).isEmpty();
  }

  private static final class Room implements FreeSpace {
    @Override
    public Known<Long> forModelsOf(EndpointUrl url) {
      return Known.of(Long.MAX_VALUE);
    }

    @Override
    public boolean holdsBrokenOffPulls(EndpointUrl url) {
      return false;
    }
  }

  /// Without what writes files.
  private Steps steps(ServerProcess process) {
    return new Steps(process, null, null, _ -> server, new Room(), null, null, null);
  }

  @Test
  void eachKindOfStepIsKeptForItsUndo() throws PortException {
    var url = EndpointUrl.DEFAULT;
    var file = Path.of("/src/app/.claude/settings.json");
    var line = new AddedLine(Path.of("/src/app/.git/info/exclude"), "/.claude/x\n", true);
    var done =
        List.<Done>of(
            new Done.Started(url),
            new Done.Switched(Instant.EPOCH, Path.of("/src/app")),
            new Done.Restored(file, "id"),
            new Done.Pulled(url, MODEL),
            new Done.Built(
                url,
                "coder",
                true,
                Optional.of(4_096),
                Optional.of("FROM x\n"),
                Optional.of(MODEL),
                Optional.of(new Done.Built.Result("FROM y\n", "fingerprint"))),
            new Done.Built(
                url,
                "coder",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Done.Copied(url, MODEL),
            new Done.Kept(url, MODEL, true),
            new Done.Configured(file, Optional.of("before"), "after"),
            new Done.Configured(file, Optional.empty(), "after"),
            new Done.Untracked(Path.of("/src/app"), file, "100644 0 0\tx", Optional.of(line)),
            new Done.Untracked(Path.of("/src/app"), file, "100644 0 0\tx", Optional.empty()),
            new Done.Reloaded(url, MODEL));
    var store = new TreatmentFile(temporary);
    var treatment = new Treatment("id", Instant.EPOCH, done);

    store.save(List.of(treatment));

    assertThat(store.load()).containsExactly(treatment);
    assertThat(done.stream().map(Done::getClass).distinct())
        .hasSize(Done.class.getPermittedSubclasses().length);
  }

  private Optional<Duration> stays() throws PortException {
    return server.loaded().stream()
        .filter(model -> model.name().equals(MODEL))
        .map(LoadedModel::expiresAt)
        .map(end -> Duration.between(Instant.now(), end))
        .findFirst();
  }

  private static Duration days(long days) {
    return Duration.ofDays(days);
  }
}
