package dev.switchyard.ui.work;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.domain.work.FollowWork;
import dev.switchyard.domain.work.ReadWork;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// What the server is doing, for as long as the window is seen. No server is asked: while it rests,
/// its log is looked at every few seconds, and while somebody waits for it, each second.
public final class WorkViewModel implements AutoCloseable {
  private static final Duration RESTING = Duration.ofSeconds(5);
  private static final Duration BUSY = Duration.ofSeconds(1);

  private final FollowWork work;
  private final Tasks.Poll seldom;
  private final Tasks.Poll often;
  private final ReadOnlyObjectWrapper<RequestStage> stage =
      new ReadOnlyObjectWrapper<>(new RequestStage.Resting());
  private boolean windowShown;

  /// The server whose log tells; empty where none can.
  private volatile Optional<EndpointUrl> server = Optional.empty();

  /// @param state of the server that the person chose
  public WorkViewModel(Tasks tasks, FollowWork work, ObservableValue<Optional<ServerState>> state) {
    this.work = work;
    Tasks.Work<Known<RequestStage>> look = _ -> look();
    seldom = tasks.poll(RESTING, look, this::show, _ -> {});
    often = tasks.poll(BUSY, look, this::show, _ -> {});
    state.subscribe(now -> follow(now.flatMap(WorkViewModel::telling)));
  }

  private static Optional<EndpointUrl> telling(ServerState state) {
    return state instanceof ServerState.Running(var url, var version)
            && version.compareTo(ReadWork.FIRST) >= 0
        ? Optional.of(url)
        : Optional.empty();
  }

  private Known<RequestStage> look() {
    return server.map(work::look).orElseGet(() -> Known.of(new RequestStage.Resting()));
  }

  /// Resting also where nothing can be seen: then nothing is said.
  public ReadOnlyObjectProperty<RequestStage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /// The window came to the person's eyes, or went away.
  public void setWindowShown(boolean shown) {
    windowShown = shown;
    pace();
  }

  private void follow(Optional<EndpointUrl> now) {
    if (!now.equals(server)) {
      server = now;
      now.ifPresent(work::started);
      stage.set(new RequestStage.Resting());
      pace();
    }
  }

  private void show(Known<RequestStage> seen) {
    stage.set(seen.toOptional().orElseGet(RequestStage.Resting::new));
    pace();
  }

  private void pace() {
    boolean follows = windowShown && server.isPresent();
    boolean busy = stage.get().isBusy();
    often.setPaused(!follows || !busy);
    seldom.setPaused(!follows || busy);
  }

  @Override
  public void close() {
    often.close();
    seldom.close();
  }
}
