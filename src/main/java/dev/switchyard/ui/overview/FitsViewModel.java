package dev.switchyard.ui.overview;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.setup.BestModel;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which of the guide's models fit this machine, and which is the best for it.
public final class FitsViewModel implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Tasks.Poll poll;
  private final FitsMachine fits;
  private final ReadOnlyObjectWrapper<Optional<OtherMachine>> otherMachine =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<FitsMachine.Row>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public FitsViewModel(Tasks tasks, FitsMachine fits) {
    this.fits = fits;
    poll = tasks.poll(INTERVAL, _ -> fits.guide(), this::show, this::failed);
  }

  public ReadOnlyObjectProperty<List<FitsMachine.Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// Why nothing was computed.
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The best of them, for the machine that the rows are about; empty where none can be loaded.
  public Optional<BestModel> best() {
    return BestModel.of(rows.get());
  }

  /// The best for the server's own machine; empty while the rows are about another.
  Optional<BestModel> bestHere() {
    return otherMachine.get().isPresent() ? Optional.empty() : best();
  }

  /// The machine described by hand that this is about; empty for the server's own.
  public ReadOnlyObjectProperty<Optional<OtherMachine>> otherMachineProperty() {
    return otherMachine.getReadOnlyProperty();
  }

  /// Another machine was described, or none any more.
  public void refresh() {
    poll.refresh();
  }

  public void setPaused(boolean paused) {
    poll.setPaused(paused);
  }

  private void show(List<FitsMachine.Row> now) {
    problem.set(Optional.empty());
    otherMachine.set(fits.otherMachine());
    rows.set(now);
  }

  private void failed(PortException failure) {
    problem.set(Optional.of(failure.text()));
    rows.set(FitsMachine.claims());
  }

  @Override
  public void close() {
    poll.close();
  }
}
