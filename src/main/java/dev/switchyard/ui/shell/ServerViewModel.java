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
  private static final Duration OFTEN = Duration.ofSeconds(5);

  /// Its version may become another one between two questions of others.
  private static final Duration SELDOM = Duration.ofMinutes(1);

  private final Tasks tasks;
  private final ModelServer server;
  private final ServerProcess process;
  private final Notices notices;
  private final Tasks.Poll often;
  private final Tasks.Poll seldom;
  private boolean paused = true;
  private boolean followed;
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
    Tasks.Work<Seen> look = _ -> new Seen(inspection.inspect(), process.startedByUs());
    this.often = tasks.poll(OFTEN, look, this::show, this::failed);
    this.seldom = tasks.poll(SELDOM, look, this::show, this::failed);
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
    return state
        .get()
        .filter(now -> now instanceof ServerState.Running || now instanceof ServerState.Serving)
        .isPresent();
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
    often.refresh();
    seldom.refresh();
  }

  /// The window was hidden, or came back.
  public void setPaused(boolean isPaused) {
    paused = isPaused;
    pace();
  }

  /// Somebody else asks the server often, or does so no more, and says [#heard].
  public void setFollowed(boolean isFollowed) {
    followed = isFollowed;
    pace();
  }

  /// The server answered another question, or did not.
  public void heard(boolean answered) {
    if (state.get().isPresent() && answered != isRunning()) {
      refresh();
    }
  }

  /// A server that runs is not asked twice what one question tells.
  private void pace() {
    boolean told = followed && isRunning();
    often.setPaused(paused || told);
    seldom.setPaused(paused || !told);
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
    pace();
  }

  private void failed(PortException failure) {
    notices.show(Notices.Kind.ERROR, failure.text());
  }

  @Override
  public void close() {
    often.close();
    seldom.close();
  }
}
