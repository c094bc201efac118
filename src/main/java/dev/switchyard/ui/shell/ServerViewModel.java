package dev.switchyard.ui.shell;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.ServerProcess;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.setup.ServerInspection;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether the Ollama server runs, for the top bar and every screen that depends on it; starting
/// and stopping it.
public final class ServerViewModel implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Tasks tasks;
  private final ModelServer server;
  private final ServerProcess process;
  private final Notices notices;
  private final Tasks.Poll poll;
  private Optional<Tasks.Running> running = Optional.empty();
  private final ReadOnlyObjectWrapper<Optional<ServerState>> state =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper ours = new ReadOnlyBooleanWrapper();

  public ServerViewModel(
      Tasks tasks,
      ModelServer server,
      ServerInspection inspection,
      ServerProcess process,
      Notices notices) {
    this.tasks = tasks;
    this.server = server;
    this.process = process;
    this.notices = notices;
    this.poll =
        tasks.poll(
            INTERVAL,
            _ -> new Seen(inspection.inspect(), process.startedByUs()),
            this::show,
            this::failed);
  }

  private record Seen(ServerState state, boolean ours) {}

  /// Empty until the first answer.
  public ReadOnlyObjectProperty<Optional<ServerState>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Whether it is being started or stopped.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Whether Switchyard started it, so that Switchyard may stop it.
  public ReadOnlyBooleanProperty startedByUsProperty() {
    return ours.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return state.get().filter(ServerState.Running.class::isInstance).isPresent();
  }

  public void start() {
    change(cancellation -> process.start(server.url(), cancellation));
  }

  public void stop() {
    change(_ -> process.stop());
  }

  /// Stops waiting for a server that is being started.
  public void cancel() {
    running.ifPresent(Tasks.Running::cancel);
  }

  public void refresh() {
    poll.refresh();
  }

  /// The window was hidden, or came back.
  public void setPaused(boolean paused) {
    poll.setPaused(paused);
  }

  private void change(Tasks.Action change) {
    busy.set(true);
    running =
        Optional.of(
            tasks.perform(
                change,
                this::ended,
                failure -> {
                  ended();
                  if (failure.kind() != PortException.Kind.CANCELLED) {
                    failed(failure);
                  }
                }));
  }

  private void ended() {
    busy.set(false);
    refresh();
  }

  private void show(Seen seen) {
    state.set(Optional.of(seen.state()));
    ours.set(seen.ours());
  }

  private void failed(PortException failure) {
    notices.show(Notices.Kind.ERROR, failure.text());
  }

  @Override
  public void close() {
    poll.close();
  }
}
