package dev.switchyard.ui.overview;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.domain.setup.ModelSuggestion;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which models of the catalogue fit this machine.
public final class FitsViewModel implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final Tasks.Poll poll;
  private final AtomicReference<Optional<MemoryReading>> reading =
      new AtomicReference<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<FitsMachine.Row>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public FitsViewModel(Tasks tasks, FitsMachine fits) {
    poll = tasks.poll(INTERVAL, _ -> rows(fits), this::show, this::failed);
  }

  public ReadOnlyObjectProperty<List<FitsMachine.Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// Why nothing was computed.
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether a row is the one that the guide would have this machine pull.
  public boolean isSuggested(FitsMachine.Row row) {
    return reading
        .get()
        .map(ModelSuggestion::of)
        .filter(suggestion -> suggestion.entry().equals(row.entry()))
        .isPresent();
  }

  public void setReading(MemoryReading now) {
    boolean first = reading.getAndSet(Optional.of(now)).isEmpty();
    if (first) {
      poll.refresh();
    }
  }

  public void setPaused(boolean paused) {
    poll.setPaused(paused);
  }

  private List<FitsMachine.Row> rows(FitsMachine fits) throws PortException {
    var now = reading.get();
    return now.isPresent() ? fits.rows(now.get()) : List.of();
  }

  private void show(List<FitsMachine.Row> now) {
    problem.set(Optional.empty());
    rows.set(now);
  }

  private void failed(PortException failure) {
    rows.set(FitsMachine.claims());
    problem.set(Optional.of(failure.text()));
  }

  @Override
  public void close() {
    poll.close();
  }
}
